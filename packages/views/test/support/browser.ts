import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Frame, type Page } from 'playwright-core';
import { hostPage, type ShownCall } from '../../src/host-page.ts';

const executablePath = '/usr/bin/chromium';
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.log(`skipped: tests of views in a browser (there is no ${executablePath})`);

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A message of the view to its host. */
export interface Message {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: unknown;
}

interface HostWindow {
  readonly heard: readonly Message[];
  tell(message: object): void;
}

/** A view in its host, as a user sees it. Whatever it complains of or asks of the network is kept. */
export class ShownView {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly requests: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', message => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', error => this.complaints.push(String(error)));
    page.on('dialog', dialog => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', request => this.requests.push(request.url()));
  }

  static async open(browser: Browser, call: ShownCall, options: BrowserContextOptions = {}): Promise<ShownView> {
    const page = await browser.newPage({ viewport: { width: 720, height: 800 }, ...options });
    page.setDefaultTimeout(10_000);
    const shown = new ShownView(page);
    await page.setContent(hostPage(call));
    return shown;
  }

  get frame(): Frame {
    return this.page.frames()[1] as Frame;
  }

  /** What the view said to its host so far. */
  heard(): Promise<readonly Message[]> {
    return this.page.evaluate(() => (globalThis as unknown as HostWindow).heard);
  }

  async tell(message: object): Promise<void> {
    await this.page.evaluate(one => (globalThis as unknown as HostWindow).tell(one), message);
  }

  /** Rules of accessibility that the view violates, by id and element. */
  async violations(): Promise<string[]> {
    await this.frame.evaluate(axe.source);
    const { violations } = await this.frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      return await axe.run();
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
