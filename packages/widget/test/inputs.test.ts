import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flow, say } from './support/flow.ts';
import { bubble, hasBrowser, Testbed, type Visit } from './support/testbed.ts';

describe.skipIf(!hasBrowser)('questions, by keyboard only', () => {
  let testbed: Testbed;
  beforeAll(async () => {
    testbed = await Testbed.open();
  });
  afterEach(() => testbed.closePages());
  afterAll(() => testbed?.close());

  /** Opens a chat with one question by the keyboard; what is said after it holds the answer. */
  async function ask(type: string, data: object): Promise<Visit> {
    const question = { type, data: { answerVariable: 'answer', ...data } };
    const bot = testbed.bot(flow(question, say('Got "{{answer}}".')));
    const visit = await testbed.visit(bubble(bot));
    await visit.launcher.waitFor();
    await visit.press('Tab', 'Enter');
    await visit.focused();
    return visit;
  }

  const textKinds = [
    ['ask-custom-question-node', 'Hello *you*', 'Hello *you*', 'Your message'],
    ['ask-email-node', 'ada@example.org', 'ada@example.org', 'Your e-mail address'],
    ['ask-phone-number-node', '+49 30 901820', '+4930901820', 'Your phone number'],
    ['ask-number-node', '42.5', '42.5', 'A number'],
    ['ask-url-node', 'https://example.com/a', 'https://example.com/a', 'A web address'],
  ] as const;
  it.each(textKinds)('%s: takes what is typed', async (type, typed, kept, placeholder) => {
    const visit = await ask(type, { questionText: 'Say **it**' });
    expect(await visit.field.getAttribute('placeholder')).toBe(placeholder);
    await visit.page.getByLabel('Say it', { exact: true }).waitFor();
    await visit.type(typed);
    await visit.said(`Got "${kept}".`).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('says at the field why a reply was not taken, and leaves it there to be corrected', async () => {
    const visit = await ask('ask-email-node', {
      questionText: 'Your mail?',
      incorrectEmailResponse: 'No mail address.',
    });
    await visit.type('ada.example.org');
    const field = visit.page.getByLabel('Your mail?', { exact: true });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const [problem = ''] = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
    expect(await visit.page.locator(`[id="${problem}"]`).textContent()).toBe('No mail address.');
    expect(await field.inputValue()).toBe('ada.example.org');
    await visit.focused('.composer input:focus');
    await visit.press('Control+a');
    await visit.type('ada@example.org');
    await visit.said('Got "ada@example.org".').waitFor();
  });

  it('asks for words before it sends none', async () => {
    const visit = await ask('ask-name-node', { questionText: 'Name?' });
    await visit.press('Enter');
    await visit.page.getByText('Please write something.').waitFor();
    expect(testbed.server.session.taken).toBe(0);
  });

  it('breaks a line with Shift and Enter', async () => {
    const visit = await ask('ask-custom-question-node', { questionText: 'Say it' });
    await visit.page.keyboard.type('one');
    await visit.press('Shift+Enter');
    await visit.type('two');
    await expect
      .poll(() => testbed.server.session.messages.find(({ from }) => from === 'visitor')?.text)
      .toBe('one\ntwo');
  });

  it('takes a date', async () => {
    const visit = await ask('calendar-node', { questionText: 'When?' });
    await visit.page.keyboard.type('03142026');
    await visit.press('Enter');
    await visit.said('Got "2026-03-14".').waitFor();
  });

  it('takes a date with a time, and names its zone', async () => {
    const visit = await ask('calendar-node', {
      questionText: 'When?',
      showTimeSelection: true,
      botTimeZone: 'Asia/Tokyo',
    });
    await visit.page.getByText('Time zone: Asia/Tokyo').waitFor();
    await visit.page.keyboard.type('031420260330PM');
    await visit.press('Enter');
    await visit.said('Got "2026-03-14 15:30".').waitFor();
  });

  it('takes a choice by arrow keys', async () => {
    const options = ['Prices', 'Support', 'Else'].map(optionText => ({ id: optionText.toLowerCase(), optionText }));
    const visit = await ask('n-select-option-node', { choicePrompt: 'What?', options });
    await visit.page.getByRole('radiogroup', { name: 'What?' }).waitFor();
    await visit.press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
    await visit.said('Got "Support".').waitFor();
    expect(await visit.log.getByText('Support', { exact: true }).count()).toBe(1);
  });

  it('takes a picture', async () => {
    const images = ['Red', 'Blue'].map(label => ({ id: label, label, image: `/${label}.gif` }));
    const visit = await ask('image-choice-node', { choicePrompt: 'Which?', images });
    await visit.press('Space', 'Enter');
    await visit.said('Got "Red".').waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('takes several choices, and says how many it needs', async () => {
    const options = ['Tea', 'Coffee', 'Milk'].map(optionText => ({ id: optionText, optionText }));
    const visit = await ask('n-check-options-node', { choicePrompt: 'What?', options });
    await visit.press('Enter');
    await visit.page.getByText('Please choose at least 1.').waitFor();
    await visit.press('Space', 'ArrowDown', 'ArrowDown', 'Space', 'Enter');
    await visit.said('Got "Tea, Milk".').waitFor();
  });

  const scales = [
    [
      'stars',
      'rating-choice-node',
      { choicePrompt: 'How?', ratingType: '5' },
      ['Space', 'ArrowRight', 'ArrowRight'],
      '3',
    ],
    ['numbers', 'opinion-scale-choice-node', { choicePrompt: 'How?', from: 0, to: 10 }, ['Space', 'ArrowLeft'], '10'],
  ] as const;
  it.each(scales)('takes a rating by %s', async (_style, type, data, keys, kept) => {
    const visit = await ask(type, data);
    await visit.press(...keys, 'Enter');
    await visit.said(`Got "${kept}".`).waitFor();
  });

  it('uploads files that it has looked at', async () => {
    const visit = await ask('ask-file-node', {
      questionText: 'Your CV?',
      allowedTypes: ['image/*', '.txt'],
      maxSize: 0.01,
      allowMultiple: true,
      maxFiles: 2,
    });
    const file = (name: string, size: number, mimeType = 'image/gif') => ({
      name,
      mimeType,
      buffer: Buffer.alloc(size, 1),
    });
    const choose = async (...files: ReturnType<typeof file>[]) => {
      await visit.focused('.composer button:focus');
      const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.press('Enter')]);
      await chooser.setFiles(files);
    };
    await choose(file('big.gif', 20_000));
    await visit.page.getByText('big.gif is too large. The limit is 0.01 MB.').waitFor();
    await choose(file('film.mp4', 10, 'video/mp4'));
    await visit.page.getByText('film.mp4 cannot be taken. Possible are: image, .txt.').waitFor();
    await choose(file('a.gif', 10), file('b.gif', 10), file('c.gif', 10));
    await visit.page.getByText('Please choose 2 files at most.').waitFor();
    expect(testbed.server.session.files.size).toBe(0);

    await choose(file('Größe "1".gif', 10), file('note.txt', 20, 'text/plain'));
    await visit.press('Tab', 'Tab', 'Tab', 'Enter');
    await visit.said('Got "/file.gif, /file.gif".').waitFor();
    const stored = [...testbed.server.session.files.values()].map(({ name, bytes, type }) => ({ name, bytes, type }));
    expect(stored).toEqual([
      { name: 'Größe "1".gif', bytes: 10, type: 'image/gif' },
      { name: 'note.txt', bytes: 20, type: 'text/plain' },
    ]);
  });

  it('keeps the files where the upload fails', async () => {
    const visit = await ask('ask-file-node', { questionText: 'Your CV?' });
    testbed.server.refusals.push({ path: '/files', status: 415, message: 'No such files here.' });
    await visit.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
    await visit.page.getByRole('button', { name: 'Send' }).press('Enter');
    await visit.page.getByText('No such files here.').waitFor();
    await visit.page.getByRole('button', { name: 'Send' }).press('Enter');
    await visit.said('Got "/file.gif".').waitFor();
  });

  it('takes a place in words', async () => {
    const visit = await ask('ask-location-node', { questionText: 'Where?' });
    await visit.type('Berlin');
    await visit.said('Got "Berlin".').waitFor();
  });

  it('takes the position of the device', async () => {
    const visit = await ask('ask-location-node', { questionText: 'Where?' });
    await visit.page.context().grantPermissions(['geolocation']);
    await visit.page.context().setGeolocation({ latitude: 52.5, longitude: 13.4 });
    await visit.press('Tab', 'Enter');
    await visit.said('Got "52.5, 13.4".').waitFor();
  });

  it('leaves an optional question out', async () => {
    const survey = [{ questionText: 'Anything else?', answerVariable: 'answer', type: 'text', required: false }];
    const bot = testbed.bot(
      flow(
        { type: 'human-handover-node', data: { enablePostChatSurvey: true, postChatSurveyQuestions: survey } },
        say('Bye.'),
      ),
    );
    const visit = await testbed.visit(bubble(bot));
    await visit.launcher.press('Enter');
    await expect.poll(() => testbed.server.sessions.length).toBe(1);
    await testbed.server.session.take({ kind: 'agent_joined' });
    await testbed.server.session.take({ kind: 'handback' });
    const skip = visit.page.getByRole('button', { name: 'Skip' });
    await skip.press('Enter');
    await visit.said('Bye.').waitFor();
  });
});
