import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flow, say } from './support/flow.ts';
import { bubble, hasBrowser, Testbed, type Visit } from './support/testbed.ts';

const ask = (questionText: string, answerVariable = 'answer') => ({
  type: 'ask-custom-question-node',
  data: { questionText, answerVariable },
});

describe.skipIf(!hasBrowser)('a conversation', () => {
  let testbed: Testbed;
  beforeAll(async () => {
    testbed = await Testbed.open();
  });
  afterEach(() => testbed.closePages());
  afterAll(() => testbed?.close());

  const visitorTexts = () =>
    testbed.server.session.messages.filter(({ from }) => from === 'visitor').map(({ text }) => text);
  const streaming = () => expect.poll(() => testbed.server.session.streams.size).toBe(1);
  async function choose(visit: Visit, item: string): Promise<void> {
    await visit.page.getByRole('button', { name: 'Menu' }).click();
    await visit.page.getByRole('button', { name: item }).click();
  }

  it('tells the server who visits, and from where', async () => {
    const visit = await testbed.visit(
      `<script async src="/widget.js" data-bot="${testbed.bot(flow(ask('Hi?')))}"></script>`,
    );
    await visit.launcher.waitFor();
    await visit.page.evaluate(() => window.Conferbot?.identify({ name: 'Ada', email: 'ada@example.org' }));
    await visit.launcher.click();
    await visit.said('Hi?').waitFor();
    const { visitor, meta, channel } = testbed.server.session.request;
    expect({ visitor, channel }).toEqual({ visitor: { name: 'Ada', email: 'ada@example.org' }, channel: 'web' });
    expect(meta).toMatchObject({ page: testbed.url, referrer: '', locale: 'en-US', device: 'desktop' });
  });

  it('stores nothing before it is opened, and then goes on after a reload', async () => {
    const version = flow(ask('Name?', 'name'), ask('Town?', 'town'), say('{{name}} of {{town}}.'));
    const visit = await testbed.visit(`<script async src="/widget.js" data-bot="${testbed.bot(version)}"></script>`);
    await visit.launcher.waitFor();
    expect(await visit.page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(
      0,
    );
    await visit.launcher.click();
    await visit.type('Ada');
    await visit.said('Town?').waitFor();

    await visit.page.reload();
    await visit.said('Town?').waitFor();
    expect(await visit.log.getByText('Ada').count()).toBe(1);
    expect(await visit.page.locator('.panel :focus').count()).toBe(0);
    await visit.field.fill('London');
    await visit.field.press('Enter');
    await visit.said('Ada of London.').waitFor();
    expect(testbed.server.sessions.length).toBe(1);
  });

  it('keeps what is written without a connection, and sends it once', async () => {
    const visit = await testbed.chat(flow(ask('Name?', 'name'), say('Hello {{name}}.')));
    await visit.focused();
    await streaming();
    await visit.page.context().setOffline(true);
    await visit.type('Ada');
    await visit.page.getByText('Not sent yet').waitFor();
    await visit.page.getByText('No connection.').waitFor();
    await visit.page.context().setOffline(false);
    await visit.said('Hello Ada.').waitFor();
    expect(visitorTexts()).toEqual(['Ada']);
    expect(await visit.log.getByText('Ada', { exact: true }).count()).toBe(1);
    await expect.poll(() => visit.page.getByText('Not sent yet').count()).toBe(0);
  });

  it('sends again, under the same id, what was taken but not confirmed', async () => {
    const visit = await testbed.chat(flow(ask('Name?', 'name'), say('Hello {{name}}.')));
    await visit.focused();
    const ids: unknown[] = [];
    await visit.page.route('**/messages', async route => {
      ids.push(route.request().postDataJSON().clientMessageId);
      if (ids.length > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    const answered = visit.page.waitForResponse('**/messages');
    await visit.type('Ada');
    await answered;
    await visit.said('Hello Ada.').waitFor();
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(testbed.server.session.taken).toBe(1);
    expect(await visit.said('Hello Ada.').count()).toBe(1);
    expect(await visit.said('Ada').count()).toBe(1);
  });

  it('sends after a reload what it could not send before', async () => {
    const visit = await testbed.chat(flow(ask('Name?', 'name'), say('Hello {{name}}.')));
    await visit.focused();
    testbed.server.refusals.push({ path: '/messages', status: 503, headers: { 'retry-after': '60' } });
    await visit.type('Ada');
    await visit.page.getByText('Not sent yet').waitFor();
    await visit.page.reload();
    await visit.said('Hello Ada.').waitFor();
    expect(visitorTexts()).toEqual(['Ada']);
  });

  it('waits as long as a busy server asks for', async () => {
    const visit = await testbed.chat(flow(ask('Name?', 'name'), say('Hello {{name}}.')));
    await visit.focused();
    testbed.server.refusals.push({ path: '/messages', status: 429, headers: { 'retry-after': '1' } });
    await visit.type('Ada');
    await visit.page.getByText('Not sent yet').waitFor();
    await visit.said('Hello Ada.').waitFor();
    expect(visitorTexts()).toEqual(['Ada']);
  });

  it('shows what a person writes, and sends what the visitor does', async () => {
    const visit = await testbed.chat(
      flow({ type: 'human-handover-node', data: { handoverMessage: 'One moment.' } }, say('Bye.')),
    );
    await visit.page.getByText('Waiting for a person.').waitFor();
    await streaming();
    const { session } = testbed.server;
    await session.take({ kind: 'agent_joined' });
    session.tell({ event: 'typing', data: { from: 'agent', typing: true } });
    await visit.page.locator('.dots').waitFor();
    session.agentSays('Hello, **Ada** here.');
    await visit.log.getByText('Hello, Ada here.').waitFor();
    expect(await visit.page.locator('.dots').count()).toBe(0);
    await visit.field.fill('Good morning');
    await visit.field.press('Enter');
    await expect.poll(visitorTexts).toEqual(['Good morning']);
    await session.take({ kind: 'handback' });
    await visit.said('Bye.').waitFor();
  });

  it('catches up with what was said while there was no connection', async () => {
    const visit = await testbed.chat(flow({ type: 'human-handover-node', data: {} }));
    await streaming();
    await testbed.server.session.take({ kind: 'agent_joined' });
    await visit.page.context().setOffline(true);
    await expect.poll(() => testbed.server.session.streams.size).toBe(0);
    testbed.server.session.agentSays('Still there?');
    await visit.page.context().setOffline(false);
    await visit.said('Still there?').waitFor();
    expect(await visit.said('Still there?').count()).toBe(1);
  });

  it('takes a connection on which nothing comes for dead, and catches up on another', async () => {
    const visit = await testbed.visit(bubble(testbed.bot(flow({ type: 'human-handover-node', data: {} }))));
    await visit.page.clock.install();
    await visit.launcher.click();
    await streaming();
    const { session } = testbed.server;
    await session.take({ kind: 'agent_joined' });
    session.agentSays('Hello.');
    // What is still under way when the clock jumps would count as a sign of life.
    await visit.said('Hello.').waitFor();
    const [silent] = session.streams;
    session.streams.clear();
    session.agentSays('Are you there?');
    await visit.page.clock.runFor(44_000);
    expect(session.streams.size).toBe(0);
    expect(await visit.said('Are you there?').count()).toBe(0);
    await visit.page.clock.runFor(5_000);
    await visit.said('Are you there?').waitFor();
    await streaming();
    expect([...session.streams]).not.toContain(silent);
  });

  it('takes a connection for alive on which something comes every now and then', async () => {
    const visit = await testbed.visit(bubble(testbed.bot(flow({ type: 'human-handover-node', data: {} }))));
    await visit.page.clock.install();
    await visit.launcher.click();
    await streaming();
    const { session } = testbed.server;
    const streams = [...session.streams];
    for (let beat = 0; beat < 4; beat += 1) {
      await visit.page.clock.runFor(30_000);
      const typing = beat % 2 === 0;
      session.tell({ event: 'typing', data: { from: 'agent', typing } });
      await expect.poll(() => visit.page.locator('.dots').count()).toBe(typing ? 1 : 0);
    }
    expect([...session.streams]).toEqual(streams);
  });

  it('shows on another page of the visitor what they write on this one, once on each', async () => {
    const visit = await testbed.chat(flow({ type: 'human-handover-node', data: {} }));
    await streaming();
    const other = await visit.page.context().newPage();
    await other.goto(testbed.url);
    await other.locator('.launcher').click();
    await expect.poll(() => testbed.server.session.streams.size).toBe(2);
    await visit.field.fill('Hello');
    await visit.field.press('Enter');
    await other.getByRole('log').getByText('Hello', { exact: true }).waitFor();
    await visit.field.fill('Hello');
    await visit.field.press('Enter');
    await expect.poll(visitorTexts).toEqual(['Hello', 'Hello']);
    await expect.poll(() => other.getByRole('log').getByText('Hello', { exact: true }).count()).toBe(2);
    expect(await visit.said('Hello').count()).toBe(2);
  });

  it('says who the visitor is as the page proves it, and keeps the conversations of two users apart', async () => {
    const bot = testbed.bot(flow(ask('Name?')));
    const attributes = (id: string) => `data-user-id="${id}" data-user-hash="hash of ${id}"`;
    const visit = await testbed.visit(bubble(bot, attributes('u1')));
    await visit.launcher.click();
    await visit.said('Name?').waitFor();
    expect(testbed.server.session.request.identity).toEqual({ userId: 'u1', hash: 'hash of u1' });
    await visit.type('Ada');
    await expect.poll(visitorTexts).toEqual(['Ada']);
    await visit.page.reload();
    await visit.said('Ada').waitFor();
    expect(testbed.server.sessions).toHaveLength(1);

    testbed.server.page = bubble(bot, attributes('u2'));
    await visit.page.reload();
    await expect.poll(() => testbed.server.sessions.length).toBe(2);
    await visit.said('Name?').waitFor();
    expect(await visit.said('Ada').count()).toBe(0);
    expect(testbed.server.session.request).toMatchObject({ identity: { userId: 'u2' } });
    expect(testbed.server.session.request).not.toHaveProperty('visitorId');
  });

  it('goes on with a new token of the same user, and begins anew with one of another', async () => {
    const token = (sub: string, more: string) =>
      `h.${Buffer.from(JSON.stringify({ sub, more })).toString('base64url')}.s`;
    const bot = testbed.bot(flow(ask('Name?')));
    const visit = await testbed.visit(
      `<script async src="/widget.js"></script><conferbot-chat bot="${bot}" mode="inline" user-token="${token('ü', '1')}"></conferbot-chat>`,
    );
    await visit.said('Name?').waitFor();
    const give = (value: string) =>
      visit.page.evaluate(given => document.querySelector('conferbot-chat')?.setAttribute('user-token', given), value);
    await give(token('ü', '2'));
    await visit.field.fill('Ada');
    await visit.field.press('Enter');
    await expect.poll(visitorTexts).toEqual(['Ada']);
    expect(testbed.server.sessions).toHaveLength(1);
    await give(token('o', '3'));
    await expect.poll(() => testbed.server.sessions.length).toBe(2);
    expect(testbed.server.session.request.identity).toEqual({ token: token('o', '3') });
  });

  it('asks for one session, however often the answer is lost', async () => {
    const visit = await testbed.visit(bubble(testbed.bot(flow(ask('Name?')))));
    const asked: unknown[] = [];
    await visit.page.route('**/sessions', async route => {
      asked.push(route.request().postDataJSON().clientSessionId);
      return asked.length === 1 ? route.abort('connectionreset') : route.continue();
    });
    await visit.launcher.click();
    await visit.said('Name?').waitFor();
    expect(asked).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), asked[0]]);
  });

  it('counts on the launcher what came while it was closed', async () => {
    const visit = await testbed.chat(flow({ type: 'human-handover-node', data: {} }));
    await streaming();
    await visit.launcher.click();
    testbed.server.session.agentSays('Hello?');
    await visit.page.getByRole('button', { name: 'Open chat, 1 new' }).click();
    await visit.said('Hello?').waitFor();
    await visit.page.getByRole('button', { name: 'Close chat' }).first().waitFor();
  });

  it('asks for a person', async () => {
    const visit = await testbed.chat(flow(ask('Name?')));
    await visit.said('Name?').waitFor();
    await choose(visit, 'Talk to a person');
    await visit.page.getByText('Waiting for a person.').waitFor();
    expect(testbed.server.session.standing().status).toBe('waiting_human');
  });

  it('asks at the end how it was', async () => {
    const visit = await testbed.chat(flow(ask('Name?'), say('Bye.')));
    await visit.type('Ada');
    await visit.page.getByText('This conversation has ended.').waitFor();
    await visit.focused('.composer input:focus');
    await visit.press('Space', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Tab');
    await visit.page.keyboard.type('Fine');
    await visit.press('Tab', 'Enter');
    await visit.page.getByText('Thank you for your answer.').waitFor();
    expect(testbed.server.session.rating).toEqual({ rating: 4, comment: 'Fine' });
    await visit.page.reload();
    await visit.page.getByRole('button', { name: 'Start again' }).last().waitFor();
    expect(await visit.page.getByText('How was this conversation?').count()).toBe(0);
  });

  it('ends, and begins again as the same visitor', async () => {
    const visit = await testbed.chat(flow(ask('Name?')));
    await visit.said('Name?').waitFor();
    await choose(visit, 'End conversation');
    await visit.page.getByText('This conversation has ended.').waitFor();
    expect(testbed.server.session.standing().status).toBe('closed');
    await visit.page.locator('.composer').getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => testbed.server.sessions.length).toBe(2);
    await visit.said('Name?').waitFor();
    expect(testbed.server.session.request.visitorId).toBe('vis_1');
    expect(await visit.said('Name?').count()).toBe(1);
  });

  it('hands out the transcript', async () => {
    const visit = await testbed.chat(flow(say('**Hi** [there](https://example.com)'), ask('Name?'), say('Bye.')));
    await visit.type('Ada');
    await visit.said('Bye.').waitFor();
    const [download] = await Promise.all([visit.page.waitForEvent('download'), choose(visit, 'Download transcript')]);
    const text = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('Robo.txt');
    expect(text.replace(/\[[^\]]*\]/g, '[]')).toBe(
      'Robo\n\n[] Robo: Hi there\n[] Robo: Name?\n[] You: Ada\n[] Robo: Bye.\n',
    );
    expect(visit.complaints).toEqual([]);
  });

  it('begins anew where the stored session is gone', async () => {
    const visit = await testbed.chat(flow(ask('Name?')));
    await visit.said('Name?').waitFor();
    testbed.server.refusals.push({ path: testbed.server.session.id, status: 410 });
    await visit.page.reload();
    await expect.poll(() => testbed.server.sessions.length).toBe(2);
    await visit.said('Name?').waitFor();
    expect(testbed.server.session.request.visitorId).toBe('vis_1');
  });

  it('offers a new beginning where the session ends under the visitor', async () => {
    const visit = await testbed.chat(flow(ask('Name?')));
    await visit.focused();
    testbed.server.refusals.push({ path: '/messages', status: 410 });
    await visit.type('Ada');
    await visit.page.getByText('This conversation has ended.').waitFor();
    await visit.said('Name?').waitFor();
    await visit.page.locator('.composer').getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => testbed.server.sessions.length).toBe(2);
  });

  it('looks again how things stand where a reply does not fit', async () => {
    const visit = await testbed.chat(flow(ask('Name?'), say('Bye.')));
    await visit.focused();
    testbed.server.refusals.push({ path: '/messages', status: 409, message: 'Something else was asked.' });
    await visit.type('Ada');
    await visit.page.getByText('Something else was asked.').waitFor();
    await visit.page.getByText('Not sent', { exact: true }).waitFor();
    await visit.type('Ada again');
    await visit.said('Bye.').waitFor();
    expect(visitorTexts()).toEqual(['Ada again']);
  });

  it('says why a chatbot takes no visitors', async () => {
    const bot = testbed.bot(flow(say('Hi')));
    const visit = await testbed.visit(`<script async src="/widget.js" data-bot="${bot}"></script>`);
    testbed.server.refusals.push({ path: '/sessions', status: 409, message: 'This chatbot was never published.' });
    await visit.launcher.click();
    await visit.page.getByText('This chatbot was never published.').waitFor();
  });

  it('lets messages wait for each other, and asks only then', async () => {
    const version = flow({ type: 'message-node', data: { text: 'First.' } }, ask('Name?'));
    const bot = testbed.bot(version);
    const visit = await testbed.visit(`<script async src="/widget.js" data-bot="${bot}"></script>`);
    await visit.page.route('**/sessions', async route => {
      const response = await route.fetch();
      const started = await response.json();
      started.messages[1].delayMs = 700;
      await route.fulfill({ response, json: started });
    });
    await visit.launcher.click();
    await visit.said('First.').waitFor();
    await visit.page.locator('.dots').waitFor();
    expect(await visit.said('Name?').count()).toBe(0);
    expect(await visit.field.count()).toBe(0);
    await visit.said('Name?').waitFor();
    await visit.field.waitFor();
    expect(await visit.page.locator('.dots').count()).toBe(0);
  });

  it('follows a redirect when it is said, not when it is read again', async () => {
    const redirect = { type: 'user-redirect-node', data: { url: `${testbed.url}?moved`, openInNewTab: false } };
    const visit = await testbed.chat(flow(ask('Go?'), redirect, ask('There?')));
    await visit.type('yes');
    await visit.page.waitForURL('**/?moved');
    await visit.said('There?').waitFor();
    await visit.page.goto(testbed.url);
    await visit.said('There?').waitFor();
    expect(visit.page.url()).toBe(testbed.url);
    expect(await visit.page.getByRole('link', { name: 'Open the page' }).getAttribute('href')).toBe(
      `${testbed.url}?moved`,
    );
  });
});
