import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from './support/chat-runtime.ts';
import { flow, say } from './support/flow.ts';
import { bubble, hasBrowser, Testbed, type Visit } from './support/testbed.ts';

const options = ['Tea', 'Milk'].map(optionText => ({ id: optionText, optionText, label: optionText }));
const choice = { type: 'n-select-option-node', data: { choicePrompt: 'What will you have?', options } };
const answered = {
  text: 'Within **60 days**.',
  citations: [{ title: 'Returns & refunds', path: '/help/bot_1/en/returns' }],
};

describe.skipIf(!hasBrowser)('a question in free words', () => {
  let testbed: Testbed;
  beforeAll(async () => {
    testbed = await Testbed.open();
  });
  afterEach(() => testbed.closePages());
  afterAll(() => testbed?.close());

  async function chat(
    answer: NonNullable<Bot['answer']> = async () => answered,
    nodes: readonly { readonly type: string; readonly data?: object }[] = [choice, say('Coming.')],
  ): Promise<Visit> {
    const version = flow(...nodes);
    const visit = await testbed.visit(bubble(testbed.bot(version, {}, answer)));
    await visit.launcher.click();
    return visit;
  }
  const question = (visit: Visit) => visit.page.getByRole('textbox', { name: 'Or ask a question' });
  const more = (visit: Visit) => visit.page.getByRole('textbox', { name: 'Your message' });

  it('is asked beside a choice, which stands as it did', async () => {
    const visit = await chat();
    await question(visit).fill('how do returns work');
    await question(visit).press('Enter');
    const source = visit.log.getByRole('link', { name: 'Returns & refunds' });
    await source.waitFor();
    expect(await source.getAttribute('href')).toBe(`${testbed.url}help/bot_1/en/returns`);
    expect(await source.getAttribute('rel')).toContain('noopener');
    expect(await visit.log.locator('strong').textContent()).toBe('60 days');
    expect(await question(visit).inputValue()).toBe('');
    expect(await visit.violations()).toEqual([]);
    await visit.page.getByRole('radio', { name: 'Tea' }).click();
    await visit.said('Coming.').waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it.each([
    ['several', { type: 'n-check-options-node', data: { choicePrompt: 'What?', options } }],
    ['a rating', { type: 'rating-choice-node', data: { choicePrompt: 'How?', ratingType: '5' } }],
    ['a date', { type: 'calendar-node', data: { questionText: 'When?' } }],
    ['a file', { type: 'ask-file-node', data: { questionText: 'CV?' } }],
  ])('has a field beside %s', async (_name, node) => {
    const visit = await chat(undefined, [node]);
    await question(visit).waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('has no field of its own where one writes anyway, and none where nobody answers', async () => {
    const mail = { type: 'ask-email-node', data: { questionText: 'Mail?' } };
    const writing = await chat(undefined, [mail]);
    await writing.said('Mail?').waitFor();
    await writing.field.waitFor();
    expect(await question(writing).count()).toBe(0);
    const silent = await testbed.chat(flow(choice));
    await silent.page.getByRole('radio', { name: 'Tea' }).waitFor();
    expect(await question(silent).count()).toBe(0);
  });

  it('can be asked again and again after the end, beside the rating and another beginning', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const visit = await chat(async text => {
      await promise;
      return text.includes('returns') ? answered : { text: 'I do not know.' };
    });
    await visit.page.getByRole('radio', { name: 'Tea' }).click();
    await visit.said('Coming.').waitFor();
    await more(visit).waitFor();
    expect(await visit.page.getByText('This conversation has ended.').count()).toBe(0);
    expect(await visit.page.getByRole('button', { name: 'Skip' }).count()).toBe(0);
    expect(await visit.violations()).toEqual([]);

    await more(visit).fill('and the returns');
    await more(visit).press('Enter');
    await visit.page.locator('.dots').waitFor();
    expect(await more(visit).evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
    resolve();
    await visit.log.getByRole('link', { name: 'Returns & refunds' }).waitFor();
    await visit.page.locator('.dots').waitFor({ state: 'detached' });
    await visit.page.keyboard.type('and the rest');
    await visit.press('Enter');
    await visit.said('I do not know.').waitFor();

    await visit.page.getByRole('radio', { name: '4 of 5' }).click();
    await visit.page.locator('.composer form').first().getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => testbed.server.session.rating).toEqual({ rating: 4 });
    await visit.page.getByRole('button', { name: 'Start again' }).click();
    await question(visit).waitFor();
    expect(testbed.server.sessions).toHaveLength(2);
  });

  it('that is answered late, after its call was over, is heard over the events', async () => {
    const visit = await chat();
    await visit.page.getByRole('radio', { name: 'Tea' }).click();
    await more(visit).waitFor();
    expect(testbed.server.session.streams.size).toBe(1);
    testbed.server.session.say({ from: 'bot', type: 'text', text: 'By the way.' });
    await visit.said('By the way.').waitFor();
  });

  it('after the end can be asked when the visitor comes back', async () => {
    const visit = await chat();
    await visit.page.getByRole('radio', { name: 'Tea' }).click();
    await more(visit).waitFor();
    await visit.page.reload();
    await more(visit).fill('how do returns work');
    await more(visit).press('Enter');
    await visit.log.getByRole('link', { name: 'Returns & refunds' }).waitFor();
    expect(testbed.server.sessions).toHaveLength(1);
  });

  it('leads to its host and nowhere else, whatever path an answer names', async () => {
    const paths = ['//evil.example/a', 'https://evil.example/b', 'javascript:alert(1)', '/\\evil.example', '../../up'];
    const citations = paths.map((path, index) => ({ title: `Source ${index}`, path }));
    const visit = await chat(async () => ({ text: 'Here.', citations }));
    await question(visit).fill('where is it');
    await question(visit).press('Enter');
    await visit.said('Here.').waitFor();
    const links = visit.log.locator('.sources a');
    for (const href of await links.evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href))) {
      expect(href.startsWith(testbed.url), href).toBe(true);
    }
    expect(await links.count()).toBeGreaterThan(0);
  });
});
