import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flow, say } from './support/flow.ts';
import { bubble, hasBrowser, Testbed } from './support/testbed.ts';

const question = { type: 'ask-name-node', data: { questionText: 'Name?' } };

describe.skipIf(!hasBrowser)('a widget on a page', () => {
  let testbed: Testbed;
  beforeAll(async () => {
    testbed = await Testbed.open();
  });
  afterEach(() => testbed.closePages());
  afterAll(() => testbed?.close());

  it('shows a button with a name that says whether the chat is open', async () => {
    const visit = await testbed.visit(bubble(testbed.bot(flow(question))));
    const launcher = visit.page.getByRole('button', { name: 'Open chat' });
    expect(await launcher.getAttribute('aria-expanded')).toBe('false');
    await launcher.click();
    await visit.page.getByRole('dialog', { name: 'Robo' }).waitFor();
    expect(await visit.launcher.getAttribute('aria-expanded')).toBe('true');
    expect(await visit.launcher.getAttribute('aria-label')).toBe('Close chat');
    expect(visit.complaints).toEqual([]);
    expect(visit.foreign).toEqual([]);
  });

  it('moves nothing on the page', async () => {
    const visit = await testbed.visit(`<p id="below">Below</p>${bubble(testbed.bot(flow(question)))}`);
    const before = await visit.page.locator('#below').boundingBox();
    const height = () => visit.page.evaluate(() => document.documentElement.scrollHeight);
    const heightBefore = await height();
    await visit.launcher.click();
    await visit.said('Name?').waitFor();
    expect(await visit.page.locator('#below').boundingBox()).toEqual(before);
    expect(await height()).toBe(heightBefore);
  });

  it('closes with Escape, and gives the keyboard back', async () => {
    const visit = await testbed.chat(flow(question));
    await visit.focused();
    await visit.press('Escape');
    await expect.poll(() => visit.page.getByRole('dialog').count()).toBe(0);
    await visit.focused('.launcher:focus');
    await visit.press('Enter');
    await visit.focused('.composer textarea:focus');
  });

  it('closes its menu with Escape before it closes itself', async () => {
    const visit = await testbed.chat(flow(question));
    await visit.focused();
    await visit.page.getByRole('button', { name: 'Menu' }).press('Enter');
    await visit.focused('.menu ul :focus');
    await visit.press('Escape');
    await visit.focused('.menu > button:focus');
    await visit.page.getByRole('dialog').waitFor();
  });

  it('is modal on a small screen: the keyboard does not leave it', async () => {
    const visit = await testbed.chat(flow(question), {}, { viewport: { width: 320, height: 500 } });
    await visit.focused();
    const modal = () => visit.page.locator('dialog').evaluate(dialog => dialog.matches(':modal'));
    expect(await modal()).toBe(true);
    const box = await visit.page.getByRole('dialog').boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 320, height: 500 });
    for (let presses = 0; presses < 8; presses++) {
      await visit.press('Tab');
      expect(await visit.page.evaluate(() => document.activeElement?.localName)).toMatch(/conferbot-chat|body/);
    }
    await visit.page.setViewportSize({ width: 1000, height: 800 });
    await expect.poll(modal).toBe(false);
  });

  it('fits a window of 320 by 256 pixels, which is a desktop at 400 %', async () => {
    const options = [...'abcdefgh'].map(id => ({ id, optionText: `A rather long option ${id}` }));
    const version = flow({ type: 'n-select-option-node', data: { choicePrompt: 'What?', options } });
    const visit = await testbed.chat(version, {}, { viewport: { width: 320, height: 256 } });
    await visit.page.getByRole('radio').last().waitFor();
    const inside = await visit.page.locator('.panel').evaluate(panel => {
      const { width, height } = panel.getBoundingClientRect();
      return { width, height, wide: panel.scrollWidth > panel.clientWidth };
    });
    expect(inside).toEqual({ width: 320, height: 256, wide: false });
    await visit.page.getByRole('radio').last().click();
    await expect.poll(() => testbed.server.session.taken).toBe(1);
  });

  it('keeps the last message in view when more is asked below it', async () => {
    const long = [...'abcdefgh'].map(letter => say(`${letter} `.repeat(60)));
    const visit = await testbed.chat(flow(...long, question, say('Bye.')));
    await visit.type('Ada');
    await visit.page.getByRole('radio', { name: '5 of 5' }).check({ force: true });
    await visit.page.locator('.composer textarea').waitFor();
    const hidden = () => visit.log.evaluate(log => log.scrollHeight - log.scrollTop - log.clientHeight);
    await expect.poll(hidden).toBeLessThan(2);
  });

  it('has no target smaller than 24 pixels', async () => {
    const visit = await testbed.chat(flow(question), { knowledgeBase: true });
    await visit.focused();
    await visit.page.getByRole('button', { name: 'Menu' }).click();
    for (const target of await visit.page.locator('button:visible, input:visible, textarea:visible').all()) {
      const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
      expect(Math.min(width, height), await target.evaluate(({ outerHTML }) => outerHTML)).toBeGreaterThanOrEqual(24);
    }
  });

  it('keeps two chatbots apart', async () => {
    const [one, two] = [testbed.bot(flow(say('I am one.'), question)), testbed.bot(flow(say('I am two.'), question))];
    const visit = await testbed.visit(bubble(one) + bubble(two));
    await expect.poll(() => visit.page.locator('.launcher').count()).toBe(2);
    const boxes = await Promise.all([0, 1].map(index => visit.page.locator('.launcher').nth(index).boundingBox()));
    expect(Math.abs((boxes[0]?.y ?? 0) - (boxes[1]?.y ?? 0))).toBeGreaterThanOrEqual(50);
    const chat = (bot: string) => visit.page.locator(`conferbot-chat[bot="${bot}"]`);
    await chat(one).locator('.launcher').click();
    await chat(one).getByText('I am one.').waitFor();
    await visit.page.evaluate(bot => window.Conferbot?.open(bot), two);
    await chat(two).getByText('I am two.').waitFor();
    expect(await chat(one).getByText('I am two.').count()).toBe(0);
    expect(testbed.server.sessions.length).toBe(2);
  });

  it('adds one bubble however often a page runs the script', async () => {
    const bot = testbed.bot(flow(question));
    const visit = await testbed.visit(bubble(bot) + bubble(bot));
    await visit.launcher.first().waitFor();
    expect(await visit.page.locator('conferbot-chat').count()).toBe(1);
  });

  it('does what the page says, and tells it what happens', async () => {
    const bot = testbed.bot(flow(question, say('Bye.')));
    const visit = await testbed.visit(bubble(bot));
    await visit.launcher.waitFor();
    await visit.page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      for (const name of ['open', 'close', 'message', 'status'] as const) {
        window.Conferbot?.on(name, event => told.push([name, ...Object.values(event)].join(' ')));
      }
      window.Conferbot?.on('open', () => {
        throw new Error('of the page');
      });
      window.Conferbot?.toggle();
    });
    await visit.type('Ada');
    await visit.said('Bye.').waitFor();
    await visit.page.evaluate(() => window.Conferbot?.close());
    const told = await visit.page.evaluate(() => (window as unknown as { told: string[] }).told);
    expect(told).toEqual([
      `open ${bot}`,
      `message ${bot} bot text Name?`,
      `message ${bot} visitor text Ada`,
      `message ${bot} bot text Bye.`,
      `status ${bot} completed`,
      `close ${bot}`,
    ]);
    await visit.page.evaluate(() => window.Conferbot?.destroy());
    expect(await visit.page.locator('conferbot-chat').count()).toBe(0);
    expect(visit.complaints).toEqual(['Error: of the page']);
  });

  it('ends with its element, and begins again with it', async () => {
    const visit = await testbed.chat(flow(question));
    await expect.poll(() => testbed.server.session.streams.size).toBe(1);
    const element = await visit.page.locator('conferbot-chat').elementHandle();
    await element?.evaluate(chat => chat.remove());
    await expect.poll(() => testbed.server.session.streams.size).toBe(0);
    await visit.page.evaluate(chat => chat && document.body.append(chat), element);
    await visit.said('Name?').waitFor();
    expect(testbed.server.sessions.length).toBe(1);
  });

  it('opens by itself where the owner wants it, without taking the keyboard', async () => {
    const bot = testbed.bot(flow(question), { config: { botAutoOpen: true } });
    const visit = await testbed.visit(`<input autofocus>${bubble(bot)}`);
    await visit.said('Name?').waitFor();
    expect(await visit.page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await visit.launcher.click();
    await visit.page.reload();
    await visit.launcher.waitFor();
    expect(await visit.page.getByRole('dialog').count()).toBe(0);
  });

  it('stands in the page, and begins when it is looked at', async () => {
    const bot = testbed.bot(flow(question));
    const visit = await testbed.visit(
      `<script async src="/widget.js"></script><p>${'text<br>'.repeat(100)}</p><conferbot-chat bot="${bot}" mode="inline"></conferbot-chat>`,
    );
    await visit.page.locator('conferbot-chat .place').waitFor({ state: 'attached' });
    await visit.page.waitForLoadState('networkidle');
    expect(testbed.server.sessions.length).toBe(0);
    await visit.page.locator('conferbot-chat').scrollIntoViewIfNeeded();
    await visit.page.getByRole('region', { name: 'Robo' }).getByRole('textbox', { name: 'Name?' }).waitFor();
    expect(await visit.launcher.count()).toBe(0);
  });

  it('fills the page', async () => {
    const bot = testbed.bot(flow(question));
    const visit = await testbed.visit(
      `<script async src="/widget.js"></script><conferbot-chat bot="${bot}" mode="fullpage"></conferbot-chat>`,
    );
    await visit.said('Name?').waitFor();
    expect(await visit.page.getByRole('region', { name: 'Robo' }).boundingBox()).toMatchObject({
      width: 1000,
      height: 800,
    });
  });

  it('pops up over the page', async () => {
    const bot = testbed.bot(flow(question));
    const visit = await testbed.visit(
      `<script async src="/widget.js"></script><conferbot-chat bot="${bot}" mode="popup"></conferbot-chat>`,
    );
    await visit.page.waitForFunction(() => window.Conferbot !== undefined);
    expect(await visit.page.getByRole('dialog').count()).toBe(0);
    await visit.page.evaluate(() => window.Conferbot?.open());
    await visit.focused();
    expect(await visit.page.locator('dialog').evaluate(dialog => dialog.matches(':modal'))).toBe(true);
    await visit.press('Escape');
    await expect.poll(() => visit.page.getByRole('dialog').count()).toBe(0);
  });

  it('works on a page of another origin', async () => {
    const bot = testbed.bot(flow({ type: 'ask-file-node', data: { questionText: 'CV?' } }, say('Bye.')));
    const visit = await testbed.visit(`<script async src="${testbed.url}widget.js" data-bot="${bot}"></script>`);
    await visit.page.goto(testbed.url.replace('127.0.0.1', 'localhost'));
    await visit.launcher.click();
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') };
    await visit.page.locator('input[type=file]').setInputFiles(file);
    await visit.page.getByRole('button', { name: 'Send' }).click();
    await visit.said('Bye.').waitFor();
    const hosts = visit.foreign.map(address => new URL(address).hostname);
    expect(new Set(hosts)).toEqual(new Set(['localhost']));
    expect(visit.complaints).toEqual([]);
  });

  it('shows nothing for a chatbot that is not there', async () => {
    const visit = await testbed.visit(bubble('bot_none'));
    const [warning] = await Promise.all([
      visit.page.waitForEvent('console', message => message.type() === 'warning'),
      visit.page.reload(),
    ]);
    expect(warning.text()).toContain('bot_none cannot be shown');
    expect(await visit.launcher.count()).toBe(0);
  });

  it('speaks the language of the chatbot, from right to left where that is so', async () => {
    const visit = await testbed.chat(flow(question), { locale: 'ar-EG', config: { botName: 'روبوت' } });
    await visit.page.getByRole('textbox', { name: 'Name?' }).waitFor();
    expect(await visit.launcher.getAttribute('aria-label')).toBe('إغلاق الدردشة');
    const frame = visit.page.locator('.conferbot');
    expect([await frame.getAttribute('dir'), await frame.getAttribute('lang')]).toEqual(['rtl', 'ar-EG']);
    await visit.type('Ada');
    const [own, theirs] = [visit.log.locator('.visitor').first(), visit.log.locator('.bot').first()];
    expect((await own.boundingBox())?.x).toBeLessThan((await theirs.boundingBox())?.x ?? 0);
  });

  it.each(['de', 'es', 'fr'])('speaks %s', async locale => {
    const visit = await testbed.chat(flow(question), { locale });
    const placeholder = { de: 'Ihre Nachricht', es: 'Su mensaje', fr: 'Votre message' }[locale] ?? '';
    await visit.page.getByPlaceholder(placeholder).waitFor();
  });

  it('moves nothing for those who ask for less motion', async () => {
    const animation = async (reducedMotion: 'reduce' | 'no-preference') => {
      const visit = await testbed.chat(flow({ type: 'human-handover-node', data: {} }), {}, { reducedMotion });
      await expect.poll(() => testbed.server.session.streams.size).toBe(1);
      testbed.server.session.tell({ event: 'typing', data: { from: 'agent', typing: true } });
      const dot = visit.page.locator('.dots i').first();
      const name = await dot.evaluate(one => getComputedStyle(one).animationName);
      await testbed.closePages();
      return name;
    };
    expect(await animation('no-preference')).toBe('dot');
    expect(await animation('reduce')).toBe('none');
  });

  it('follows the dark scheme, unless the owner chose colours', async () => {
    const background = async (config: object) => {
      const visit = await testbed.chat(flow(question), { config }, { colorScheme: 'dark' });
      await visit.log.waitFor();
      return await visit.log.evaluate(log => getComputedStyle(log).backgroundColor);
    };
    expect(await background({ headerBgColor: '#ff0000' })).toBe('rgb(20, 22, 26)');
    expect(await background({ botMsgColor: '#eeeeee' })).toBe('rgb(243, 244, 248)');
  });

  it('searches and shows articles', async () => {
    testbed.server.articles.push(
      {
        slug: 'returns',
        locale: 'en',
        title: 'Returns',
        description: 'How to send it back',
        content: '# Returns\n\nWithin **30 days**.',
      },
      { slug: 'prices', locale: 'en', title: 'Prices', content: 'None.' },
    );
    const visit = await testbed.chat(flow(question), { knowledgeBase: true });
    await visit.focused();
    await visit.page.getByRole('button', { name: 'Help articles' }).press('Enter');
    await visit.focused('.help input:focus');
    await visit.page.keyboard.type('retu');
    await expect.poll(() => visit.page.locator('.help li').count()).toBe(1);
    await visit.press('Tab', 'Enter');
    await visit.page.getByText('30 days').waitFor();
    await visit.page.getByRole('heading', { name: 'Returns' }).first().waitFor();
    await visit.page.locator('.help').getByRole('button', { name: 'Back' }).click();
    await visit.page.getByPlaceholder('Search the articles').waitFor();
    await visit.page.locator('.header').getByRole('button', { name: 'Back' }).click();
    await visit.said('Name?').waitFor();
  });

  it('shows no articles where there are none to show', async () => {
    const visit = await testbed.chat(flow(question));
    await visit.focused();
    expect(await visit.page.getByRole('button', { name: 'Help articles' }).count()).toBe(0);
  });
});
