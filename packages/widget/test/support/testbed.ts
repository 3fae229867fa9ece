import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowVersion } from '@conferbot/flow-engine';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { buildClient } from '../../build/build-client.ts';
import type { ChatConfig } from '../../src/client/chat-config.ts';
import type { Bot } from './chat-runtime.ts';
import { ChatServer } from './chat-server.ts';

const executablePath = '/usr/bin/chromium';
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.log(`skipped: tests of the widget in a browser (there is no ${executablePath})`);

/** A browser, and a server with the built widget. */
export class Testbed {
  readonly server: ChatServer;
  readonly url: string;
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #contexts: BrowserContext[] = [];
  #bots = 0;

  private constructor(server: ChatServer, url: string, browser: Browser, folder: string) {
    this.server = server;
    this.url = url;
    this.#browser = browser;
    this.#folder = folder;
  }

  static async open(): Promise<Testbed> {
    const folder = await mkdtemp(join(tmpdir(), 'conferbot-widget-'));
    await buildClient(join(import.meta.dirname, '../../src/client'), folder);
    const server = new ChatServer(folder);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    return new Testbed(server, await server.listen(), browser, folder);
  }

  /** Adds a chatbot; returns its id. */
  bot(version: FlowVersion, chat: Partial<ChatConfig> = {}, answer?: Bot['answer']): string {
    const id = `bot_${++this.#bots}`;
    this.server.bots.set(id, {
      version,
      chat: { name: 'Robo', config: {}, knowledgeBase: false, ...chat },
      ...(answer && { answer }),
    });
    return id;
  }

  /** A page that holds `body`, in a browser that knows nothing yet. */
  async visit(body: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    context.setDefaultTimeout(10_000);
    this.#contexts.push(context);
    this.server.page = body;
    const visit = new Visit(await context.newPage(), this.url);
    await visit.page.goto(this.url);
    return visit;
  }

  /** A page with a bubble for the flow, opened. */
  async chat(
    version: FlowVersion,
    chat: Partial<ChatConfig> = {},
    options: BrowserContextOptions = {},
  ): Promise<Visit> {
    const visit = await this.visit(bubble(this.bot(version, chat)), options);
    await visit.launcher.click();
    return visit;
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map(context => context.close()));
    this.server.refusals.length = 0;
    this.server.sessions.length = 0;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export const bubble = (bot: string, more = '') => `<script async src="/widget.js" data-bot="${bot}" ${more}></script>`;

/** What a visitor sees and does. Whatever the page complains of, or asks of other servers, is kept. */
export class Visit {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly foreign: string[] = [];

  constructor(page: Page, url: string) {
    this.page = page;
    // Choosers are taken over from the first listener on, a moment after it.
    page.on('filechooser', () => undefined);
    page.on('console', message => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', error => this.complaints.push(String(error)));
    page.on('dialog', dialog => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', request => {
      if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) this.foreign.push(request.url());
    });
  }

  get launcher(): Locator {
    return this.page.locator('.launcher');
  }

  get log(): Locator {
    return this.page.getByRole('log');
  }

  get field(): Locator {
    return this.page.locator('.composer').locator('input:not([type=file]), textarea').first();
  }

  said(text: string): Locator {
    return this.log.getByText(text, { exact: true });
  }

  /** Waits for the keyboard to be in the composer. */
  async focused(selector = '.composer :focus'): Promise<void> {
    await this.page.locator(selector).waitFor();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.focused();
    await this.page.keyboard.type(text);
    await this.press('Enter');
  }

  /** Serious and critical violations of accessibility rules, by id and element. */
  async violations(): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      return await axe.run();
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}
