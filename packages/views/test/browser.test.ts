import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createView } from '../src/index.ts';
import { hasBrowser, openBrowser, ShownView } from './support/browser.ts';
import { answered, everyBlock, someResult } from './support/samples.ts';

const view = createView(everyBlock);

describe.skipIf(!hasBrowser)('a view in its host', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
  });
  afterAll(() => browser?.close());

  async function show(
    { result = answered(someResult()), context = {} }: { result?: object; context?: object } = {},
    options: BrowserContextOptions = {},
  ): Promise<ShownView> {
    const shown = await ShownView.open(browser, { view, input: { days: 30 }, result, context }, options);
    await shown.frame.getByRole('heading', { level: 1 }).waitFor();
    return shown;
  }

  async function showWhole(
    call: Parameters<typeof show>[0] = {},
    options: BrowserContextOptions = {},
  ): Promise<ShownView> {
    const shown = await show(call, options);
    await shown.frame.getByRole('heading', { name: 'Graph' }).waitFor();
    return shown;
  }

  it('shakes hands, then tells how high it is', async () => {
    const shown = await showWhole();
    await expect.poll(async () => (await shown.heard()).length).toBeGreaterThanOrEqual(3);
    const [hello, ready, ...others] = await shown.heard();
    expect(hello).toEqual({
      jsonrpc: '2.0',
      id: expect.anything(),
      method: 'ui/initialize',
      params: {
        protocolVersion: '2026-01-26',
        appInfo: { name: 'Every block', version: expect.any(String) },
        appCapabilities: { availableDisplayModes: ['inline', 'fullscreen'] },
      },
    });
    expect(ready).toEqual({ jsonrpc: '2.0', method: 'ui/notifications/initialized', params: {} });
    expect(new Set(others.map(({ method }) => method))).toEqual(new Set(['ui/notifications/size-changed']));
    const whole = () => shown.frame.evaluate(() => document.documentElement.scrollHeight);
    await expect.poll(async () => (await shown.heard()).at(-1)?.params?.height).toBe(await whole());
    expect(await whole()).toBeGreaterThan(800);
  });

  it('answers what the host asks', async () => {
    const shown = await showWhole();
    await shown.tell({ id: 'a', method: 'ping' });
    await shown.tell({ id: 'b', method: 'ui/resource-teardown', params: { reason: 'closed' } });
    await shown.tell({ id: 'c', method: 'tools/list' });
    const answers = async () => (await shown.heard()).filter(({ method }) => method === undefined);
    await expect.poll(async () => (await answers()).length).toBe(3);
    expect(await answers()).toEqual([
      { jsonrpc: '2.0', id: 'a', result: {} },
      { jsonrpc: '2.0', id: 'b', result: {} },
      { jsonrpc: '2.0', id: 'c', error: { code: -32601, message: 'Method not found' } },
    ]);
  });

  it('shows figures with what they are made of, and leaves out what is missing', async () => {
    const { frame } = await showWhole({ context: { locale: 'en-GB', timeZone: 'Asia/Tokyo' } });
    const term = (name: string) => frame.locator('dl > div').filter({ has: frame.getByText(name, { exact: true }) });
    expect(await term('Views').textContent()).toMatch(/^Views1,234before: 1,000$/);
    expect(await term('Completed').textContent()).toMatch(/^Completed45%9 of 20, few to tell$/);
    expect(await term('Duration').textContent()).toContain('1 min 15 s');
    expect(await term('From').textContent()).toMatch(/1 Nov 2026, 09:00:00/);
    expect(await term('Never there').count()).toBe(0);
  });

  it('tells each point of a line to keys and readers, and all of them in a table', async () => {
    const { frame } = await showWhole({ context: { locale: 'en-GB' } });
    const chart = frame.getByRole('img', { name: /^By day/ });
    expect(await chart.getAttribute('aria-label')).toBe(
      'By day, 1 Nov 2026 to 30 Nov 2026. In all: Started 870, Completed 435.',
    );
    const slider = frame.getByRole('slider', { name: 'Day of By day' });
    await slider.focus();
    await frame.page().keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe('29 Nov 2026: Started 56, Completed 28');
    expect(await frame.locator('output').textContent()).toBe('29 Nov 2026: Started 56, Completed 28');
    await frame.getByText('As a table').click();
    const rows = frame.getByRole('region', { name: 'By day, all days' }).getByRole('row');
    expect(await rows.count()).toBe(31);
    expect(await rows.nth(3).textContent()).toMatch(/^3 Nov 202642$/);
  });

  it('draws bars to scale beside their numbers', async () => {
    const { frame } = await showWhole();
    const bars = frame.getByRole('region', { name: 'By channel' }).locator('rect');
    expect(await bars.evaluateAll(all => all.map(bar => bar.getAttribute('width')))).toEqual(['100', '50']);
  });

  it('puts attempts into the lane of their status, and their bodies behind a summary', async () => {
    const { frame } = await showWhole();
    const label = await frame.getByRole('img', { name: /^Attempts/ }).getAttribute('aria-label');
    expect(label).toContain('1 sent, 1 lost');
    expect(await frame.locator('.mark.good').count()).toBe(1);
    expect(await frame.locator('.mark.bad').count()).toBe(1);
    expect(await frame.getByRole('listitem').filter({ hasText: 'Took' }).textContent()).toMatch(/sent[\s\S]*120 ms/);
    expect(await frame.locator('pre').first().isVisible()).toBe(false);
    await frame.getByText('What was sent').first().click();
    expect(await frame.locator('pre').first().textContent()).toBe('some text');
  });

  it('draws the graph: nodes where the author put them, handles on the edges, findings on their nodes', async () => {
    const { frame } = await showWhole();
    const graph = frame.getByRole('img', { name: /^Graph. Nodes: 3. Edges: 3./ });
    const left = (id: string) =>
      graph.locator(`[data-node="${id}"] rect`).evaluate(rect => Number(rect.getAttribute('x')));
    expect((await left('ask')) - (await left('start'))).toBe(300);
    expect(await graph.locator('path.edge').count()).toBe(2);
    expect(await graph.locator('text.handle').allTextContents()).toEqual(['option-1']);
    const flagged = graph.locator('.node.bad');
    expect(await flagged.getAttribute('data-node')).toBe('ask');
    expect(await flagged.locator('text.flag').textContent()).toBe('2!');
    await frame.getByText('Nodes as a list').click();
    const row = frame.getByRole('row').filter({ has: frame.getByRole('button', { name: 'ask', exact: true }) });
    expect(await row.textContent()).toMatch(/choice-node[\s\S]*option-1: some text[\s\S]*Mend this[\s\S]*Look at this/);
  });

  it('lays the graph out by itself where nodes lie on each other', async () => {
    const value = someResult();
    const nodes = value.nodes.map(node => ({ ...node, position: { x: 5, y: 5 } }));
    const { frame } = await showWhole({ result: answered({ ...value, nodes }) });
    const boxes = await frame
      .locator('.node rect')
      .evaluateAll(rects => rects.map(rect => Number(rect.getAttribute('x'))));
    expect(boxes).toEqual([...boxes].sort((a, b) => a - b));
    expect(new Set(boxes).size).toBe(3);
  });

  it('moves and zooms the graph by keys, by buttons and from the list', async () => {
    const { frame } = await showWhole();
    const box = async () => {
      const text = await frame.locator('.canvas svg').getAttribute('viewBox');
      const [x = 0, y = 0, width = 0, height = 0] = (text ?? '').split(' ').map(Number);
      return { x, y, width, height };
    };
    const before = await box();
    await frame.locator('.canvas').focus();
    await frame.page().keyboard.press('+');
    const near = await box();
    expect(near.width).toBeLessThan(before.width);
    await frame.page().keyboard.press('ArrowRight');
    expect((await box()).x).toBeGreaterThan(near.x);
    await frame.page().keyboard.press('0');
    expect(await box()).toEqual(before);
    await frame.getByRole('button', { name: 'Zoom out' }).click();
    expect((await box()).width).toBeGreaterThan(before.width);
    await frame.getByRole('button', { name: 'Move up' }).click();
    expect((await box()).y).toBeLessThan(before.y);
    await frame.getByRole('button', { name: 'Fit' }).click();
    await frame.getByText('Nodes as a list').click();
    await frame.getByRole('button', { name: 'ask', exact: true }).click();
    const { x, width } = await box();
    expect(Math.abs(x + width / 2 - 300)).toBeLessThanOrEqual(1);
  });

  it('follows the theme of the host, else that of the system, and changes with it', async () => {
    const background = (shown: ShownView) =>
      shown.frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const white = 'rgb(255, 255, 255)';
    expect(await background(await showWhole({}, { colorScheme: 'light' }))).toBe(white);
    expect(await background(await showWhole({}, { colorScheme: 'dark' }))).not.toBe(white);
    const dark = await showWhole({ context: { theme: 'dark' } }, { colorScheme: 'light' });
    expect(await background(dark)).not.toBe(white);
    await dark.tell({ method: 'ui/notifications/host-context-changed', params: { theme: 'light' } });
    await expect.poll(() => background(dark)).toBe(white);
    const variables = { '--color-background-primary': 'light-dark(#fafafa, #010203)' };
    const params = { styles: { variables } };
    await dark.tell({ method: 'ui/notifications/host-context-changed', params });
    await expect.poll(() => background(dark)).toBe('rgb(250, 250, 250)');
  });

  it.each(['light', 'dark'])('violates no rule of accessibility, %s', async theme => {
    const shown = await showWhole({ context: { theme } });
    for (const summary of await shown.frame.locator('summary').all()) await summary.click();
    expect(await shown.violations()).toEqual([]);
  });

  it('fits a narrow frame', async () => {
    const { frame } = await showWhole({}, { viewport: { width: 320, height: 600 } });
    expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('shows what authors and visitors wrote as text, whatever it is', async () => {
    const shouted = '<img src=x onerror="alert(1)"><script>parent.hacked=1</script><svg onload=alert(2)>{{7*7}}';
    const hostile = `</script></style>${shouted}" onfocus="alert(3)" javascript:alert(4)`;
    const shown = await showWhole({ result: answered(someResult(hostile)) });
    for (const summary of await shown.frame.locator('summary').all()) await summary.click();
    expect(await shown.frame.locator('main').textContent()).toContain(hostile);
    expect(await shown.frame.locator('img, main script, iframe, main style, a, [onload], [onfocus]').count()).toBe(0);
    expect(await shown.page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(shown.complaints).toEqual([]);
    expect(shown.requests).toEqual([]);
  });

  it('would run no other script and make no element of text, even if it tried', async () => {
    const shown = await showWhole();
    const attempts = await shown.frame.evaluate(async () => {
      const script = document.createElement('script');
      const made = { script: 'blocked', html: 'blocked', network: 'blocked' };
      Object.assign(globalThis, { ran: () => Object.assign(made, { script: 'ran' }) });
      try {
        script.text = 'ran()';
        document.body.append(script);
      } catch {}
      try {
        document.body.innerHTML = '<b>hello</b>';
        made.html = 'made';
      } catch {}
      try {
        await fetch('http://127.0.0.1:9/');
        made.network = 'reached';
      } catch {}
      return made;
    });
    expect(attempts).toEqual({ script: 'blocked', html: 'blocked', network: 'blocked' });
    expect(shown.complaints.join()).toMatch(/connect-src|default-src/);
  });

  it('says what went wrong when the call failed, was cancelled, or had no result', async () => {
    const failure = { error: 'not_found', message: 'There is no chatbot <b>x</b>.', fix: 'Call list_chatbots.' };
    const result = { content: [{ type: 'text', text: JSON.stringify(failure) }], isError: true };
    const failed = await show({ result });
    await failed.frame.getByText('There is no chatbot <b>x</b>.').waitFor();
    await failed.frame.getByText('Call list_chatbots.').waitFor();
    await failed.tell({ method: 'ui/notifications/tool-cancelled', params: { reason: 'Enough.' } });
    await failed.frame.getByText('The call was cancelled. Enough.').waitFor();
    const silent = await show({ result: { content: [] } });
    await silent.frame.getByText('There is no result to show.').waitFor();
  });

  it('reads the text of the result where a host leaves structured content off', async () => {
    const { content } = answered(someResult());
    await showWhole({ result: { content } });
  });

  it('shows results with nothing in them', async () => {
    const shown = await show({ result: answered({}) });
    await shown.frame.getByText('There are no nodes.').waitFor();
    await shown.frame.getByText('There is nothing in this period.').waitFor();
    expect(await shown.frame.getByText('None.').count()).toBe(2);
    expect(shown.complaints).toEqual([]);
  });

  it('listens to its host only', async () => {
    const shown = await showWhole();
    await shown.frame.evaluate(() => {
      const params = { content: [{ type: 'text', text: 'forged' }], isError: true };
      postMessage({ jsonrpc: '2.0', method: 'ui/notifications/tool-result', params }, '*');
    });
    await shown.tell({ id: 'after', method: 'ping' });
    await expect.poll(async () => (await shown.heard()).some(({ id }) => id === 'after')).toBe(true);
    expect(await shown.frame.getByText('forged').count()).toBe(0);
  });
});
