import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChatConfig } from '../src/client/chat-config.ts';
import { flow, say } from './support/flow.ts';
import { bubble, hasBrowser, Testbed, type Visit } from './support/testbed.ts';

const options = ['Tea', 'Milk'].map(optionText => ({ id: optionText, optionText, label: optionText, image: '/a.gif' }));
const questions = [
  ['text', { type: 'ask-name-node', data: { questionText: 'Name?' } }],
  ['number', { type: 'ask-number-node', data: { questionText: 'How many?' } }],
  ['date', { type: 'calendar-node', data: { questionText: 'When?', showTimeSelection: true } }],
  ['file', { type: 'ask-file-node', data: { questionText: 'CV?' } }],
  ['choice', { type: 'n-select-option-node', data: { choicePrompt: 'What?', options } }],
  ['picture', { type: 'image-choice-node', data: { choicePrompt: 'What?', images: options } }],
  ['choices', { type: 'n-check-options-node', data: { choicePrompt: 'What?', options } }],
  ['stars', { type: 'rating-choice-node', data: { choicePrompt: 'How?', ratingType: '5' } }],
  ['scale', { type: 'opinion-scale-choice-node', data: { choicePrompt: 'How?', from: 0, to: 10 } }],
  ['place', { type: 'ask-location-node', data: { questionText: 'Where?' } }],
] as const;

describe.skipIf(!hasBrowser)('accessibility: nothing serious is found', () => {
  let testbed: Testbed;
  beforeAll(async () => {
    testbed = await Testbed.open();
  });
  afterEach(() => testbed.closePages());
  afterAll(() => testbed?.close());

  it('in the launcher', async () => {
    const visit = await testbed.visit(
      bubble(testbed.bot(flow(say('Hi')), { config: { chatIconCtaText: 'Need help?' } })),
    );
    await visit.page.getByRole('button', { name: 'Need help?' }).waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it.each(questions)('in a question for %s', async (_kind, question) => {
    const visit = await testbed.chat(flow(say('[Hi](https://example.com) `code`'), question));
    await visit.page.locator('.composer form').waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('with an error, the menu and a reply', async () => {
    const visit = await testbed.chat(flow({ type: 'ask-email-node', data: { questionText: 'Mail?' } }), {
      knowledgeBase: true,
    });
    await visit.type('no');
    await visit.page.locator('.problem:visible').waitFor();
    await visit.page.getByRole('button', { name: 'Menu' }).click();
    expect(await visit.violations()).toEqual([]);
  });

  it('with a person, without a connection', async () => {
    const visit = await testbed.chat(flow({ type: 'human-handover-node', data: { handoverMessage: 'One moment.' } }));
    await expect.poll(() => testbed.server.session.streams.size).toBe(1);
    testbed.server.session.agentSays('Hello');
    testbed.server.session.say({ from: 'system', type: 'text', text: 'Ada joined.' });
    await visit.said('Ada joined.').waitFor();
    await visit.page.context().setOffline(true);
    await visit.page.getByText('No connection.').waitFor();
    await visit.field.fill('Hello');
    await visit.field.press('Enter');
    await visit.page.getByText('Not sent yet').waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('at the end', async () => {
    const visit = await testbed.chat(flow({ type: 'ask-name-node', data: { questionText: 'Name?' } }));
    await visit.type('Ada');
    await visit.page.getByRole('radio').first().click();
    await visit.page.getByLabel('Anything you want to add').waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('in the articles', async () => {
    testbed.server.articles.push({
      slug: 'a',
      locale: 'en',
      title: 'An article',
      description: 'About',
      content: '# A\n\n- b\n\n> c',
    });
    const visit = await testbed.chat(flow(say('Hi')), { knowledgeBase: true });
    await visit.page.getByRole('button', { name: 'Help articles' }).click();
    await visit.page.getByRole('button', { name: 'An article' }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.page.getByRole('button', { name: 'An article' }).click();
    await visit.page.getByRole('article').waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  const looks: readonly (readonly [string, Partial<ChatConfig>, Parameters<Testbed['chat']>[2]])[] = [
    ['on a small screen', {}, { viewport: { width: 320, height: 480 } }],
    ['in the dark', {}, { colorScheme: 'dark' }],
    ['with forced colours', {}, { forcedColors: 'active' }],
    ['from right to left', { locale: 'ar' }, {}],
    [
      'with pale colours and no texts chosen',
      {
        config: {
          headerBgColor: '#ffe08a',
          botMsgColor: '#d0f0c0',
          userMsgColor: '#f7b5ca',
          chatBgColor: '#333333',
          optionBubbleMsgColor: '#777777',
        },
      },
      {},
    ],
  ];
  it.each(looks)('%s', async (_look, chat, options) => {
    const visit: Visit = await testbed.chat(flow(questions[0][1], questions[4][1]), chat, options);
    await visit.type('Ada');
    await visit.page.getByRole('radio').first().waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('in the page', async () => {
    const bot = testbed.bot(flow(say('Hi'), questions[0][1]));
    const visit = await testbed.visit(
      `<script async src="/widget.js"></script><conferbot-chat bot="${bot}" mode="inline"></conferbot-chat>`,
    );
    await visit.field.waitFor();
    expect(await visit.violations()).toEqual([]);
  });
});
