import { placeholder } from '../install/client.ts';

/**
 * The script of the page at `/`. It puts the key that is typed into the texts and links of the page, and asks the
 * server about it. The key is kept nowhere else, and goes nowhere but to this server, in a header.
 */
export const script = `'use strict';
const form = document.querySelector('form');
const input = form.querySelector('input');
const button = form.querySelector('button');
const output = document.querySelector('output');
const texts = [...document.querySelectorAll('pre code')].map(element => ({ element, text: element.textContent }));
const links = [...document.querySelectorAll('a[data-config]')];
let asked = 0;
document.getElementById('check').hidden = false;
document.getElementById('by-hand').hidden = true;

function typed() {
  return input.value.trim();
}

function isKey(text) {
  return /^[\\w-]+$/.test(text);
}

function fillIn() {
  const key = isKey(typed()) ? typed() : '${placeholder}';
  for (const { element, text } of texts) element.textContent = text.replaceAll('${placeholder}', key);
  for (const link of links) {
    const { prefix, config, encoding } = link.dataset;
    const text = config.replaceAll('${placeholder}', key);
    link.href = prefix + encodeURIComponent(encoding === 'base64' ? btoa(text) : text);
  }
}

function say(text, manner) {
  output.textContent = text;
  output.className = manner;
}

async function ask(path, key, init) {
  const headers = { 'x-api-key': key, 'content-type': 'application/json' };
  const response = await fetch(path, { ...init, headers, credentials: 'omit', cache: 'no-store' });
  const body = await response.json();
  const problem = body.error === undefined || typeof body.error === 'object' ? body.error : body;
  if (problem === undefined && response.ok) return body;
  const message = problem?.message ?? 'The server answered with status ' + response.status + '.';
  throw new Error([message, problem?.data?.fix ?? problem?.fix].filter(Boolean).join(' '));
}

async function check(key) {
  if (!isKey(key)) throw new Error('This is no key: a key is one word of letters, digits and underscores.');
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
  const { result } = await ask('api/v1/mcp', key, { method: 'POST', body: JSON.stringify(message) });
  const { workspace } = await ask('api/v1/key', key);
  return 'Works: workspace ' + workspace.name + ', ' + result.tools.length + ' tools.';
}

input.addEventListener('input', () => {
  asked++;
  say('', '');
  fillIn();
});
form.addEventListener('submit', async event => {
  event.preventDefault();
  const mine = ++asked;
  button.disabled = true;
  say('Asking the server…', '');
  const [text, manner] = await check(typed()).then(
    text => [text, 'good'],
    error => [error.message, 'bad'],
  );
  button.disabled = false;
  if (mine === asked) say(text, manner);
});
fillIn();
`;
