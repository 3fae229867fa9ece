import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.log(`skipped: the demo page in a browser (there is no ${executablePath})`);

/** The widget as `pnpm start` builds it. */
export async function buildWidget(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../../../scripts/build-widget.ts')]);
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Serious and critical violations of accessibility rules, by id and element. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return await axe.run();
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** What of a page is complained of, and asked of other servers. */
export function listenTo(page: Page, address: string): { readonly complaints: string[]; readonly foreign: string[] } {
  const heard = { complaints: [] as string[], foreign: [] as string[] };
  page.on('console', message => message.type() === 'error' && heard.complaints.push(message.text()));
  page.on('pageerror', error => heard.complaints.push(String(error)));
  page.on('request', request => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:')) heard.foreign.push(request.url());
  });
  return heard;
}

/** One embedded chatbot of a page. */
export class ChatOnPage {
  readonly page: Page;
  readonly element: Locator;

  constructor(page: Page, chatbotId: string) {
    this.page = page;
    this.element = page.locator(`conferbot-chat[bot="${chatbotId}"]`);
  }

  said(text: string): Locator {
    return this.element.getByRole('log').getByText(text, { exact: true });
  }

  /** A message that holds the text. */
  saidWith(text: string): Locator {
    return this.element.getByRole('log').getByText(text);
  }

  /** Types into what has the keyboard, over what is written there. */
  async type(text: string): Promise<void> {
    await this.element.locator('.composer :focus').waitFor();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Presses keys in what is asked, once it has the keyboard. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.element.locator('.composer :focus').waitFor();
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
