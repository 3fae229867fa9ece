import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conversations } from '@conferbot/conversations';
import { createEgress } from '@conferbot/egress';
import { type Testbed, testbed } from '@conferbot/testing';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClient } from '../../build/build-client.ts';
import { hasBrowser, Visit } from '../support/testbed.ts';
import { secrets, widgetPlugins } from './support/plugins.ts';
import { Visitor } from './support/visitor.ts';
import { WebServer } from './support/web-server.ts';

const flow = {
  nodes: [
    { id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' }, position: { x: 0, y: 0 } },
    {
      id: 'name',
      type: 'ask-name-node',
      data: { questionText: 'What is your name?', answerVariable: 'name' },
      position: { x: 0, y: 140 },
    },
    { id: 'bye', type: 'message-node', data: { text: 'Thanks {{name}}.' }, position: { x: 0, y: 280 } },
  ],
  edges: [
    { source: 'welcome', target: 'name' },
    { source: 'name', target: 'bye' },
  ],
};

describe.runIf(hasBrowser)('the widget and its server in a browser', () => {
  let folder: string;
  let bed: Testbed;
  let host: WebServer;
  let website: WebServer;
  let browser: Browser;
  let chatbotId: string;
  let call: (tool: string, args: object) => Promise<unknown>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conferbot-widget-browser-'));
    await buildClient(join(import.meta.dirname, '../../src/client'), folder);
    const egress = createEgress({ allowPrivate: true });
    bed = await testbed([
      ...widgetPlugins({ clientFolder: folder, publicUrl: () => host.url }),
      conversations({ sessionKey: randomBytes(32), secrets, egress }),
    ]);
    const visitor = new Visitor(bed.runtime);
    host = await WebServer.open(request => visitor.fetch(request));
    const workspace = bed.workspace();
    call = (tool, args) => workspace.call(tool, { chatbotId, ...args });
    ({ id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Robo' }));
    await call('update_chatbot_flow', { flow });
    await call('publish_flow_version', {});
    website = await WebServer.open(async () => {
      const { embedSnippet } = (await call('get_widget_config', {})) as { embedSnippet: string };
      const html = `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Shop</title></head><body>${embedSnippet}</body></html>`;
      return new Response(html, { headers: { 'content-type': 'text/html' } });
    });
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await website?.[Symbol.asyncDispose]();
    await host?.[Symbol.asyncDispose]();
    await bed?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  async function visit(url: string): Promise<Visit> {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    page.setDefaultTimeout(15_000);
    const visit = new Visit(page, url);
    await page.goto(url);
    return visit;
  }

  it('talk on the page of the chat, under its policy', async () => {
    const visitor = await visit(`${host.url}/chat/${chatbotId}`);
    await visitor.said('What is your name?').waitFor();
    await visitor.field.fill('Ada');
    await visitor.press('Enter');
    await visitor.said('Thanks Ada.').waitFor();
    expect(await visitor.page.title()).toBe('Robo');
    expect(visitor.complaints).toEqual([]);
    expect(visitor.foreign.filter(url => !url.startsWith(host.url))).toEqual([]);
    expect(await visitor.violations()).toEqual([]);
  });

  it('talk on another website by the snippet, in the colours of the owner', async () => {
    await call('update_widget_config', { config: { headerBgColor: '#00008B' } });
    const visitor = await visit(website.url);
    expect(await visitor.launcher.evaluate(element => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(0, 0, 139)',
    );
    await visitor.launcher.click();
    await visitor.said('What is your name?').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('are not on a website that is not named, and on the page of the chat all the same', async () => {
    await call('update_widget_config', { allowedOrigins: ['https://shop.example'] });
    const refused = await visit(website.url);
    await expect.poll(() => refused.complaints.join('\n')).toContain('403');
    expect(await refused.launcher.count()).toBe(0);
    const session = await fetch(`${host.url}/api/v1/chat/${chatbotId}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: website.url },
      body: '{}',
    });
    expect(session.status).toBe(403);
    await (await visit(`${host.url}/chat/${chatbotId}`)).said('What is your name?').waitFor();
    await call('update_widget_config', { allowedOrigins: [website.url] });
    await (await visit(website.url)).launcher.waitFor();
  });
});
