import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { hostPage } from '@conferbot/views/host-page';
import axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, listenTo, openBrowser } from './support/browser.ts';
import { startServer, type TestServer } from './support/server.ts';
import { questionFlow, visit } from './support/visit.ts';

/** Where pictures of the views go; unset: none are made. */
const pictures = process.env.SCREENSHOTS;
const hostile = '<img src=x onerror="parent.hacked=1"></script><script>alert(1)</script>';

interface ListedTool {
  readonly name: string;
  readonly _meta?: { readonly ui?: { readonly resourceUri: string } };
}

interface Read {
  readonly contents: readonly {
    readonly text: string;
    readonly mimeType: string;
    readonly _meta: { readonly ui: { readonly csp: object } };
  }[];
}

describe.skipIf(!hasBrowser)('the views of a workspace that is at work', () => {
  let server: TestServer;
  let browser: Browser;
  let key: string;
  let webhookId: unknown;
  let chatbotId: string;
  const receiver = createServer((_request, response) => response.writeHead(500).end(hostile));

  beforeAll(async () => {
    await once(receiver.listen(0, '127.0.0.1'), 'listening');
    const env = { ALLOW_PRIVATE_WEBHOOKS: '1' };
    [server, browser] = await Promise.all([startServer({ env }), openBrowser()]);
    ({ key } = await server.tenant());
    chatbotId = String((await call('create_chatbot', { name: hostile })).id);
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    ({ id: webhookId } = await call('create_webhook', { chatbotId, url, events: ['response.created'] }));
    const nodes = [...questionFlow.nodes, { id: 'lonely', type: 'message-node', data: { text: hostile } }];
    await call('update_chatbot_flow', { chatbotId, flow: { ...questionFlow, nodes } });
    await call('publish_flow_version', { chatbotId });
    await visit(server.address, chatbotId, hostile);
    await visit(server.address, chatbotId, 'Ada');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    receiver.close();
  });

  async function result(name: string, args: object): Promise<Record<string, unknown>> {
    return server.result(key, 'tools/call', { name, arguments: args });
  }

  async function call(name: string, args: object): Promise<Record<string, unknown>> {
    return (await result(name, args)).structuredContent as Record<string, unknown>;
  }

  /** Shows what a tool answers, with the view that it lists: as `check` says, in both themes. */
  async function shown(name: string, input: object, check: (frame: Frame) => Promise<void>): Promise<void> {
    const { tools } = (await server.result(key, 'tools/list')) as { tools: readonly ListedTool[] };
    const uri = tools.find(tool => tool.name === name)?._meta?.ui?.resourceUri;
    expect(uri).toBe(`ui://conferbot/${name}`);
    const { contents } = (await server.result(key, 'resources/read', { uri })) as unknown as Read;
    const [{ text: html = '', mimeType = '', _meta = { ui: { csp: {} } } } = {}] = contents;
    expect(mimeType).toBe('text/html;profile=mcp-app');
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(30_000);
    const answer = await result(name, input);
    expect(answer).not.toHaveProperty('isError');
    const page = await browser.newPage({ viewport: { width: 760, height: 1600 } });
    page.setDefaultTimeout(10_000);
    const heard = listenTo(page, 'nowhere');
    const context = { theme: 'light', locale: 'en-GB', timeZone: 'UTC' };
    await page.setContent(hostPage({ view: { html, csp: _meta.ui.csp }, input, result: answer, context }));
    const frame = page.frames()[1] as Frame;
    await frame.getByRole('heading', { level: 2 }).first().waitFor();
    for (const summary of await frame.locator('summary').all()) await summary.click();
    await check(frame);
    expect(await violationsIn(frame)).toEqual([]);
    await picture(page, `${name}-light`);
    await page.evaluate(() => {
      const { tell } = globalThis as unknown as { tell(message: object): void };
      tell({ method: 'ui/notifications/host-context-changed', params: { theme: 'dark' } });
    });
    await frame.locator('html[style*="dark"]').waitFor();
    expect(await violationsIn(frame, ['color-contrast'])).toEqual([]);
    await picture(page, `${name}-dark`);
    expect(await frame.locator('img, main script, a').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(heard).toEqual({ complaints: [], foreign: [] });
    await page.close();
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `view-${name}.png`), animations: 'disabled' });
  }

  const tile = (frame: Frame, name: string) =>
    frame.locator('.tiles > div').filter({ has: frame.getByText(name, { exact: true }) });

  it('show analytics: figures with what they are made of, days, where visitors break off', async () => {
    const input = { chatbotId, days: 7 };
    await expect.poll(async () => (await call('get_chatbot_analytics', input)).totals).toMatchObject({ starts: 2 });
    await shown('get_chatbot_analytics', input, async frame => {
      expect(await tile(frame, 'Starts').textContent()).toBe('Starts2before: 0');
      expect(await tile(frame, 'Completed').textContent()).toBe('Completed100%2 of 2, few to tellbefore: –');
      await frame.getByRole('img', { name: /^By day, .*Responses 2, Completions 2\.$/ }).waitFor();
      await frame.getByText('Nobody broke off.').waitFor();
      expect(await frame.getByRole('region', { name: 'By channel' }).textContent()).toContain('web');
    });
  });

  it('show a summary: status, channels, rates, days', async () => {
    await shown('get_conversation_summary', { chatbotId, days: 7 }, async frame => {
      expect(await tile(frame, 'Conversations').textContent()).toBe('Conversations2before: 0');
      expect(await tile(frame, 'Completed').textContent()).toMatch(/^Completed100%2 of 2/);
      const statuses = frame.getByRole('region', { name: 'By status' });
      expect(await statuses.getByRole('row', { name: /^completed/ }).textContent()).toBe('completed2');
      await frame.getByRole('img', { name: /^Conversations by day, .*Started 2, Completed 2/ }).waitFor();
    });
  });

  it('show the deliveries of a webhook: when, how it went, why', async () => {
    const statuses = async () => {
      const { data } = (await call('get_webhook_delivery_logs', { webhookId })) as { data: { status: string }[] };
      return data.map(({ status }) => status);
    };
    await expect.poll(statuses, { timeout: 20_000 }).toEqual(['retrying', 'retrying']);
    await shown('get_webhook_delivery_logs', { webhookId }, async frame => {
      await frame.getByRole('img', { name: /^Latest attempts/ }).waitFor();
      const entry = frame.getByRole('listitem').filter({ hasText: 'response.created' }).first();
      expect(await entry.textContent()).toMatch(/^response\.created retryingCausestatus.*HTTP status500/);
      expect(await frame.locator('pre').allTextContents()).toContain(hostile);
    });
  });

  it('show a flow: its graph, what is wrong with it, and all of it as a list', async () => {
    await shown('get_chatbot_flow', { chatbotId }, async frame => {
      await frame.getByRole('img', { name: /^Graph. Nodes: 3. Edges: 1./ }).waitFor();
      expect(await frame.locator('[data-node="lonely"]').getAttribute('class')).toBe('node warning');
      expect(await frame.locator('[data-node="welcome"]').getAttribute('class')).toBe('node ');
      expect(await frame.getByRole('region', { name: 'Findings' }).textContent()).toContain('UNREACHABLE_NODE');
      const row = frame.getByRole('region', { name: 'Nodes' }).getByRole('row').last();
      expect(await row.textContent()).toContain(hostile);
    });
  });

  it('are those of four tools, and are on no list of resources', async () => {
    const { tools } = (await server.result(key, 'tools/list')) as { tools: readonly ListedTool[] };
    expect(tools.flatMap(({ name, _meta }) => (_meta?.ui === undefined ? [] : [name])).sort()).toEqual([
      'get_chatbot_analytics',
      'get_chatbot_flow',
      'get_conversation_summary',
      'get_webhook_delivery_logs',
    ]);
    const { resources } = await server.result(key, 'resources/list');
    const { resourceTemplates } = await server.result(key, 'resources/templates/list');
    expect(JSON.stringify([resources, resourceTemplates])).not.toContain('ui://');
  });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violationsIn(frame: Frame, rules?: readonly string[]): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(
    async options => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
      return await axe.run(options);
    },
    rules === undefined ? {} : { runOnly: [...rules] },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
