import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Testbed, testbed } from '@conferbot/testing';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnowledgeDesk } from '../support/knowledge-desk.ts';
import { knowledgePlugins } from '../support/plugins.ts';
import { Reader } from './reader.ts';

const executablePath = '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.log(`skipped: tests of the help centre in a browser (there is no ${executablePath})`);

const content = `# Paying

By [card](https://example.com) or *transfer*. <script>document.title = 'alive'</script>

## What do you take?

| card | fee |
|:-|-:|
| any | 0 |

- one
- two

> Quoted.

    code

## When?

![A cat](https://127.0.0.1:1/cat.png) Soon.`;

describe.skipIf(!hasBrowser)('the help centre in a browser', () => {
  let bed: Testbed;
  let desk: KnowledgeDesk;
  let server: Server;
  let origin: string;
  let browser: Browser;
  let root: string;

  beforeAll(async () => {
    bed = await testbed(knowledgePlugins({ publicUrl: () => origin }));
    server = await serve(new Reader(bed.runtime));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    desk = await KnowledgeDesk.open(bed.workspace());
    root = `${origin}/help/${desk.chatbotId}`;
    const { id: categoryId } = await desk.category('Billing', { description: 'About money.', color: '#ffee00' });
    await desk.write({ content, categoryId, reviewStatus: 'published' });
    await desk.write({ title: 'Refund', categoryId, reviewStatus: 'published' });
    await desk.write({ title: 'كيف أدفع؟', slug: 'how-do-i-pay', locale: 'ar', reviewStatus: 'published' });
    await desk.write({ title: 'איך משלמים?', slug: 'how-do-i-pay', locale: 'he', reviewStatus: 'published' });
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    await new Promise(resolve => (server === undefined ? resolve(undefined) : server.close(resolve)));
    await bed?.[Symbol.asyncDispose]();
  });

  async function visit(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().includes('net::ERR')) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(String(error)));
    await page.goto(`${root}${path}`);
    return { page, complaints };
  }

  it.each([
    ['home', '', 'light'],
    ['home', '', 'dark'],
    ['home in Hebrew', '/he', 'light'],
    ['category', '/en/categories/other', 'light'],
    ['article', '/en/articles/how-do-i-pay', 'light'],
    ['article', '/en/articles/how-do-i-pay', 'dark'],
    ['answered article', '/en/articles/how-do-i-pay?vote=no', 'dark'],
    ['Arabic article', '/ar/articles/how-do-i-pay', 'light'],
    ['search', '/en/search?q=card', 'light'],
    ['search', '/en/search?q=card', 'dark'],
    ['search in vain', '/en/search?q=heffalump', 'light'],
    ['missing page', '/en/articles/none', 'dark'],
  ] as const)('keeps the rules of WCAG 2.2 AA and its own policy: %s %s (%s)', async (_, path, colorScheme) => {
    if (path === '/en/categories/other') await desk.write({ title: 'Else', reviewStatus: 'published' });
    const { page, complaints } = await visit(path, { colorScheme });
    await page.evaluate(axe.source);
    const violations = await page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    );
    expect(violations).toEqual([]);
    expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
    expect(await page.title()).not.toBe('alive');
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('can be read on a narrow screen', async () => {
    const { page } = await visit('/en/articles/how-do-i-pay', { viewport: { width: 320, height: 600 } });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
  });

  it('is searched, read and answered with the keyboard, without a script', async () => {
    const { page, complaints } = await visit('', { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#_main');
    await page.getByRole('searchbox', { name: 'Search the articles' }).focus();
    await page.keyboard.type('card');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Search results' }).waitFor();
    await page.getByRole('link', { name: 'How do I pay?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'How do I pay?' }).waitFor();
    await page.getByRole('button', { name: 'Yes' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Thank you. You can still change your answer.').waitFor();
    await page.getByRole('button', { name: 'No' }).press('Enter');
    await page.waitForURL(/vote=no/);
    const { data } = await desk.list({ search: 'script' });
    expect(data).toMatchObject([{ metrics: { helpful: 0, notHelpful: 1 } }]);
    expect(complaints).toEqual([]);
  });
});

async function serve(reader: Reader): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const answer = await reader.fetch(request).catch(() => new Response(null, { status: 404 }));
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}
