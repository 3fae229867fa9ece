import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { definePlugin, provide } from '@conferbot/plugin';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { helpCentre } from '../../src/contract.ts';
import type { DemoChatbot } from '../../src/options.ts';
import { widgetPlugins } from './support/plugins.ts';
import { Visitor } from './support/visitor.ts';

const nobodys = 'bot_00000000000000000000000001';
const script = 'console.log("widget");'.repeat(50);

let folder: string;
let bed: Testbed;
let visitor: Visitor;
let workspace: TestWorkspace;
let chatbotId: string;
let demo: readonly DemoChatbot[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conferbot-widget-files-'));
  await mkdir(join(folder, 'widget'));
  await writeFile(join(folder, 'widget.js'), script);
  await writeFile(join(folder, 'widget', 'chat-ABC123.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'widget', 'notes.txt'), 'notes');
  const articles = definePlugin({
    id: 'articles',
    version: '1.0.0',
    provides: [provide(helpCentre, () => ({ hasArticles: async () => true }))],
  });
  bed = await testbed([...widgetPlugins({ clientFolder: folder, demo: () => demo }), articles]);
  visitor = new Visitor(bed.runtime);
});
afterAll(async () => {
  await bed?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  workspace = bed.workspace();
  ({ id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support <b>"&' }));
});

const update = (more: object) => workspace.call('update_widget_config', { chatbotId, ...more });

describe('GET /api/v1/chat/{chatbotId}/config', () => {
  const config = (origin?: string) =>
    visitor.get(`/api/v1/chat/${chatbotId}/config`, origin === undefined ? {} : { origin });

  it('answers what the owner says and no more, to any website', async () => {
    await update({ config: { headerBgColor: '#00008B', botAutoOpen: true } });
    const response = await config('https://anywhere.example');
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      name: 'Support <b>"&',
      config: { headerBgColor: '#00008b', botAutoOpen: true },
      knowledgeBase: false,
    });
  });

  it('answers the websites that are named, and this server', async () => {
    await update({ allowedOrigins: ['https://shop.example', '*.example.com'] });
    for (const origin of ['https://shop.example', 'https://www.example.com', 'https://chat.example', undefined]) {
      expect((await config(origin)).status, origin).toBe(200);
    }
    for (const origin of ['https://anywhere.example', 'http://shop.example', 'null']) {
      const refused = await config(origin);
      expect(refused.status, origin).toBe(403);
      expect(await refused.json()).toMatchObject({ message: 'This website may not use this chatbot.' });
    }
    await update({ allowedOrigins: [] });
    expect((await config('https://anywhere.example')).status).toBe(200);
  });

  it('says that there are articles where the owner wants them shown', async () => {
    await update({ config: { enableKnowledgeBase: true } });
    expect(await (await config()).json()).toMatchObject({ knowledgeBase: true });
  });

  it('knows no chatbot that nobody has, that is gone, or whose id is none', async () => {
    await workspace.call('delete_chatbot', { chatbotId });
    for (const id of [chatbotId, nobodys, 'bot_x', '%00']) {
      expect((await visitor.get(`/api/v1/chat/${id}/config`)).status, id).toBe(404);
    }
  });
});

describe('GET /widget.js and its modules', () => {
  it('are scripts that any website may load; the one is asked for again, the others are kept', async () => {
    const loader = await visitor.get('/widget.js');
    expect(await loader.text()).toBe(script);
    expect(loader.headers.get('cache-control')).toBe('public, max-age=300');
    const part = await visitor.get('/widget/chat-ABC123.js');
    expect(part.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const { headers } of [loader, part]) {
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
  });

  it('answer 304 to a browser that has them', async () => {
    const etag = (await visitor.get('/widget.js')).headers.get('etag') ?? '';
    const again = await visitor.get('/widget.js', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await visitor.get('/widget.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('travel packed where the browser takes it', async () => {
    const packed = await visitor.get('/widget.js', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toBe('accept-encoding');
    const bytes = new Uint8Array(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(script.length / 2);
    expect(gunzipSync(bytes).toString()).toBe(script);
  });

  it.each([
    '/widget/other.js',
    '/widget/notes.txt',
    '/widget/..%2Fsecret.txt',
    '/widget/..%2Fwidget.js',
    '/widget/__proto__',
  ])('%s is no file of it', async path => {
    expect((await visitor.get(path)).status).toBe(404);
  });

  it('say so where the widget is not built', async () => {
    await using unbuilt = await testbed(widgetPlugins({ clientFolder: join(folder, 'nowhere') }));
    const response = await new Visitor(unbuilt.runtime).get('/widget.js');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain(folder);
  });
});

describe('GET /chat/{chatbotId}', () => {
  const page = (headers: Record<string, string> = {}) => visitor.get(`/chat/${chatbotId}`, headers);
  const policyOf = (response: Response) => {
    const parts = (response.headers.get('content-security-policy') ?? '').split('; ');
    return Object.fromEntries(parts.map(part => [part.split(' ')[0], part.split(' ').slice(1)]));
  };

  it('is a page with a language and a title, that holds the chat', async () => {
    const response = await page({ 'accept-language': 'pt, de-AT;q=0.8, fr;q=0.5' });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<title>Support &lt;b&gt;&quot;&amp;</title>');
    expect(html).toContain(`<conferbot-chat bot="${chatbotId}" mode="fullpage"></conferbot-chat>`);
    await update({ config: { botName: 'Robo' } });
    expect(await (await page()).text()).toContain('<title>Robo</title>');
  });

  it.each([
    ['ar', '<html lang="ar" dir="rtl">'],
    ['ja', '<html lang="en">'],
    ['de;q=0', '<html lang="en">'],
    ['es"><script>', '<html lang="en">'],
  ])('is, for a visitor who reads %s, %s', async (language, expected) => {
    expect(await (await page({ 'accept-language': language })).text()).toContain(expected);
  });

  it('runs nothing but the widget of this server', async () => {
    const response = await page();
    const policy = policyOf(response);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-');
    expect(policy).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'self'"],
    });
    expect(policy['style-src']).toEqual([expect.stringMatching(/^'sha256-[\w+/]{43}='$/)]);
    expect(await response.text()).not.toMatch(/<script(?! src="\.\.\/widget\.js" defer>)| style=| on\w+=/);
  });

  it('is framed by the websites that may show the chatbot', async () => {
    await update({ allowedOrigins: ['https://shop.example', '*.example.com'] });
    expect(policyOf(await page())['frame-ancestors']).toEqual(["'self'", 'https://shop.example', '*.example.com']);
  });

  it('says that there is no such chatbot, under the same policy', async () => {
    for (const id of [nobodys, 'bot_%3Cscript%3E']) {
      const response = await visitor.get(`/chat/${id}`);
      expect(response.status).toBe(404);
      expect(policyOf(response)['script-src']).toEqual(["'self'"]);
      expect(await response.text()).not.toContain('<script>');
    }
  });
});

describe('GET /demo', () => {
  it('shows the chatbots that it is given as they are then', async () => {
    demo = [
      { id: chatbotId, name: 'Shop', description: 'Sells.' },
      { id: 'bot_"><script>', name: '<script>', description: '"><script>', mode: 'inline' },
    ];
    const html = await (await visitor.get('/demo')).text();
    expect(html).toContain(`<conferbot-chat bot="${chatbotId}" mode="bubble"></conferbot-chat>`);
    expect(html).toContain(`<a href="chat/${chatbotId}">`);
    expect(html).toContain('<conferbot-chat bot="bot_&quot;&gt;&lt;script&gt;" mode="inline">');
    expect(html).not.toContain('<script>');
    demo = [];
    expect(await (await visitor.get('/demo')).text()).not.toContain('<conferbot-chat');
  });
});
