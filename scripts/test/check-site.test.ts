import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(dirname(import.meta.dirname), 'check-site.ts');
const repository = 'https://github.com/conferbot/conferbot-mcp';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conferbot-site-test-'));
  mkdirSync(join(root, 'docs/.vitepress/dist/guides'), { recursive: true });
  mkdirSync(join(root, 'packages/flows'), { recursive: true });
  write('guides/flows.html', '<h2 id="graph">Graph</h2><p>A chat: <code>href="/gone"</code></p>');
  write('style.css', '');
});

afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(root, 'docs/.vitepress/dist', path), text);

function check(front: string): { status: number | null; output: string } {
  write('index.html', front);
  const env = { ...process.env, DOCS_BASE: '/manual/' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8', env });
  return { status, output: stderr + stdout };
}

const link = (address: string) => `<a href="${address}">there</a>`;

describe('the check of the site', () => {
  it('passes links to pages, headings and the repository, and what the site brings itself', () => {
    const { status, output } = check(
      [
        '<link rel="stylesheet" href="/manual/style.css"><img src="data:image/png;base64,AA==">',
        ...['/manual/', '/manual/guides/flows.html', './guides/flows#graph', 'https://example.com'].map(link),
        link(`${repository}/tree/main/packages/flows`),
        '<h1 id="here">Here</h1>',
        link('#here'),
      ].join(''),
    );
    expect(output).toContain('2 pages, 6 links, 0 problems');
    expect(status).toBe(0);
  });

  it.each([
    ['a page that is not there', link('/manual/guides/gone.html'), '/manual/guides/gone.html leads nowhere'],
    ['a page outside of its base', link('/guides/flows.html'), '/guides/flows.html leads nowhere'],
    ['a heading that is not there', link('./guides/flows.html#gone'), 'flows.html#gone names no heading'],
    ['a file that the repository does not have', link(`${repository}/blob/main/gone.md`), 'is not in the repository'],
    ['a font from elsewhere', '<link rel="preload" href="https://fonts.example.com/a.woff2">', 'loads https://fonts'],
    ['a script from elsewhere', '<script src="//cdn.example.com/a.js"></script>', 'loads //cdn.example.com/a.js'],
  ])('refuses %s', (_, front, problem) => {
    const { status, output } = check(front);
    expect(output).toContain(problem);
    expect(status).toBe(1);
  });
});
