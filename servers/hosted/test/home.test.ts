import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clients } from '../src/install/clients.ts';
import { problemOf } from './support/answers.ts';
import { hasBrowser, listenTo, openBrowser, violationsOf } from './support/browser.ts';
import { startServer, type TestServer } from './support/server.ts';

/** Where pictures of the page go; unset: none are made. */
const pictures = process.env.SCREENSHOTS;

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startServer({ env: { PUBLIC_URL: 'https://bots.example', ALLOWED_HOSTS: 'bots.example,127.0.0.1' } });
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

describe('the page at /', () => {
  it('names the addresses that clients type, and every client', async () => {
    const response = await fetch(`${server.address}/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toContain('<code>https://bots.example/api/v1/mcp</code>');
    for (const { id, name } of clients) expect(html).toMatch(new RegExp(`<details id="${id}".*>\\n<summary>${name}<`));
    expect(html).not.toContain('href="demo"');
  });

  it('has a policy that allows its own style and script, and calls of this server', async () => {
    const response = await fetch(`${server.address}/`);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('answers HEAD with the headers alone, and other methods with 405', async () => {
    const head = await fetch(`${server.address}/`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await head.text()).toBe('');
    expect((await fetch(`${server.address}/`, { method: 'POST' })).status).toBe(405);
  });

  it('is there under the names of the server only', async () => {
    const elsewhere = await fetch(server.address.replace('127.0.0.1', 'localhost'));
    expect(elsewhere.status).toBe(403);
    expect((await problemOf(elsewhere)).message).toContain('ALLOWED_HOSTS');
  });
});

describe('the address that tells whose a key is', () => {
  it('names the workspace and what the key may do', async () => {
    const response = await fetch(`${server.address}/api/v1/key`, { headers: { 'x-api-key': key } });
    expect(await response.json()).toEqual({
      workspace: { name: 'Test', plan: 'pro' },
      key: { name: 'Test', scopes: ['read', 'write', 'publish'] },
    });
  });

  it('knows the new name of a workspace', async () => {
    const { id, key: its } = await server.tenant();
    const nameOf = async () => {
      const response = await fetch(`${server.address}/api/v1/key`, { headers: { 'x-api-key': its } });
      return ((await response.json()) as { workspace: { name: string } }).workspace.name;
    };
    expect(await nameOf()).toBe('Test');
    await server.accounts.workspaces.update(id, { name: 'Harbour' });
    expect(await nameOf()).toBe('Harbour');
  });

  it('refuses what is no key, and web pages from elsewhere', async () => {
    expect((await fetch(`${server.address}/api/v1/key`, { headers: { 'x-api-key': 'cbk_wrong' } })).status).toBe(401);
    const headers = { 'x-api-key': key, origin: 'https://evil.example' };
    expect((await fetch(`${server.address}/api/v1/key`, { headers })).status).toBe(403);
  });
});

describe.skipIf(!hasBrowser)('somebody with a browser', () => {
  let local: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [local, browser] = await Promise.all([startServer(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await local?.close();
  });

  async function checkKey(page: Page, typed: string): Promise<string> {
    await page.getByLabel('API key').fill(typed);
    await page.keyboard.press('Enter');
    const output = page.locator('output.good, output.bad');
    await output.waitFor();
    return (await output.textContent()) ?? '';
  }

  it.each(['light', 'dark'] as const)('checks keys, and finds them filled in, by %s', async colorScheme => {
    const { key: its } = await local.tenant();
    const page = await browser.newPage({ colorScheme });
    page.setDefaultTimeout(20_000);
    const heard = listenTo(page, local.address);
    await page.goto(`${local.address}/`);
    for (const { id } of clients) {
      const folded = page.locator(`#${id}`);
      if ((await folded.getAttribute('open')) === null) await folded.locator('summary').press('Enter');
    }
    expect(await violationsOf(page)).toEqual([]);
    if (pictures !== undefined) {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `home-${colorScheme}.png`), fullPage: true });
    }

    const { tools } = (await local.result(its, 'tools/list')) as { tools: object[] };
    expect(await checkKey(page, its)).toBe(`Works: workspace Test, ${tools.length} tools.`);
    expect(await violationsOf(page)).toEqual([]);
    expect(heard.complaints).toEqual([]);

    const connection = { name: 'conferbot', url: `${local.publicUrl}/api/v1/mcp`, key: its };
    for (const { id, ways } of clients) {
      const shown = await page.locator(`#${id} pre`).allTextContents();
      expect(shown).toEqual(ways(connection).flatMap(way => (way.kind === 'link' ? [] : [way.text])));
    }
    const cursor = await page.getByRole('link', { name: 'Add to Cursor' }).getAttribute('href');
    expect(JSON.parse(atob(new URL(cursor ?? '').searchParams.get('config') ?? ''))).toEqual({
      url: connection.url,
      headers: { 'x-api-key': its },
    });
    const code = await page.getByRole('link', { name: 'Add to VS Code', exact: true }).getAttribute('href');
    expect(JSON.parse(decodeURIComponent(new URL(code ?? '').search.slice(1)))).toMatchObject({
      headers: { 'x-api-key': its },
    });
    expect(page.url()).toBe(`${local.address}/`);
    const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]');
    expect(kept).toEqual([0, 0, '']);

    const refusal = await local.rpc('cbk_wrong', { jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const { error } = (await refusal.json()) as { error: { message: string } };
    expect(await checkKey(page, 'cbk_wrong')).toContain(error.message);
    // The browser itself notes the status of the refusal.
    expect(heard.complaints.filter(text => !text.includes('status of 401'))).toEqual([]);
    const asked = heard.complaints.length;
    expect(await checkKey(page, '"; drop it')).toContain('This is no key');
    expect(await page.locator('#claude-code pre').first().textContent()).toContain('YOUR_API_KEY');
    expect(heard.complaints).toHaveLength(asked);
    expect(heard.foreign).toEqual([]);
    await page.close();
  });

  it('without scripts has all of the help, and no form that does nothing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${local.address}/`);
    expect(await page.getByLabel('API key').isVisible()).toBe(false);
    await page.getByText('Put your API key in the place of YOUR_API_KEY').waitFor();
    await page.locator('#codex summary').click();
    await page.locator('#codex pre').waitFor();
    await context.close();
  });
});
