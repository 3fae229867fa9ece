import { chatbotId } from '@conferbot/chatbots/contract';
import { definePlugin, onEvery } from '@conferbot/plugin';
import type { Runtime } from '@conferbot/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerMode, AnswerPolicy } from '../../src/contract.ts';
import type { AnswerQuestion } from '../../src/index.ts';
import { AgentClient } from '../support/agent-client.ts';
import { Answerer, Answerers, returns, unsure } from '../support/answerer.ts';
import { ChatBed } from '../support/chat-bed.ts';
import { ChatClient, type Opened, refusal, textsOf } from '../support/chat-client.ts';
import { EventReader } from '../support/event-reader.ts';
import { askEmail, askName, askTopic, line, say } from '../support/flows.ts';

const flow = line(askTopic, askEmail, say('bye', 'Bye.'));
const question = 'how do returns work';
const riddle = 'what is the meaning of life';
const person = 5 * 60_000;

const answerers = new Answerers();
const events: { readonly name: string; readonly workspaceId: string }[] = [];
const listener = definePlugin({
  id: 'listener',
  version: '1.0.0',
  subscriptions: [
    onEvery('listen', async ({ name }, { workspace }) => void events.push({ name, workspaceId: workspace.id })),
  ],
});

let bed: ChatBed;
beforeAll(async () => {
  bed = await ChatBed.open({ answers: answerers.answers }, { extra: [answerers.plugin, listener] });
});
afterAll(() => bed[Symbol.asyncDispose]());

/** One chatbot that is asked things. */
class Desk {
  readonly answerer: Answerer;
  readonly workspace: ReturnType<ChatBed['bed']['workspace']>;
  readonly chatbotId: string;
  #sent = 0;

  private constructor(answerer: Answerer, workspace: Desk['workspace'], chatbotId: string) {
    this.answerer = answerer;
    this.workspace = workspace;
    this.chatbotId = chatbotId;
  }

  static async open(policy: Partial<AnswerPolicy> = {}, graph: object = flow): Promise<Desk> {
    const workspace = bed.bed.workspace();
    const desk = new Desk(new Answerer(policy), workspace, await bed.chatbot(workspace, graph));
    answerers.set(desk.uuid, desk.answerer);
    return desk;
  }

  get uuid(): string {
    return chatbotId.decode(this.chatbotId) ?? '';
  }

  visit(): Promise<Opened> {
    return bed.chat.open(this.chatbotId, { meta: { locale: 'en-GB' } });
  }

  say(session: Opened, text: string, clientMessageId = `m${++this.#sent}`) {
    return bed.chat.send(session, { clientMessageId, text });
  }

  /** Answers wait until what is returned is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.answerer.gate = promise;
    return resolve;
  }

  isWording(): Promise<void> {
    return until(async () => this.answerer.worded.length === 1);
  }

  /** Another process, in which nothing is held up. */
  process(answers?: AnswerQuestion): { readonly answerer: Answerer; readonly runtime: Runtime } {
    const others = new Answerers();
    const answerer = new Answerer(this.answerer.policy);
    others.set(this.uuid, answerer);
    const runtime = bed.process({ answers: answers ?? others.answers }, [others.plugin, listener]);
    return { answerer, runtime };
  }

  tickets() {
    return bed.rows<{ status: string }>(this.workspace, 'select status from tickets');
  }

  async finish(session: Opened) {
    await bed.chat.send(session, { clientMessageId: 'topic', choiceId: 'sales' });
    return bed.chat.send(session, { clientMessageId: 'email', text: 'ada@example.org' });
  }

  /** What was told of its conversations. */
  async told(): Promise<string[]> {
    await bed.bed.relay.drain();
    const own = events.filter(({ workspaceId }) => workspaceId === this.workspace.id);
    return own.map(({ name }) => name).filter(name => /^(response|conversation)\./.test(name));
  }
}

let desk: Desk;

describe.each<AnswerMode>(['ai_first', 'ai_only'])('a question that the flow cannot use, %s', mode => {
  it('is answered with citations, and what was asked stands as it did', async () => {
    desk = await Desk.open({ mode });
    const session = await desk.visit();
    const heard = await desk.say(session, question);
    expect(heard.messages).toMatchObject([
      { seq: 3, from: 'visitor', text: question },
      { seq: 4, from: 'bot', type: 'text', text: returns.text, citations: returns.citations },
    ]);
    expect(heard).toMatchObject({ status: 'active', input: session.input });
    expect(session.input).toMatchObject({ nodeId: 'topic', kind: 'choice', mayAsk: true });
    expect(textsOf(await desk.say(session, 'Support'))).toEqual(['And your e-mail?']);
    expect(desk.answerer.prepared).toMatchObject([
      {
        text: question,
        locale: 'en-GB',
        history: [
          { from: 'bot', text: 'Hi!' },
          { from: 'bot', text: 'What is it about?' },
        ],
      },
    ]);
    expect(desk.answerer.noted).toEqual([[question, returns]]);
    const shown = await desk.workspace.call<{ messages: { citations?: unknown }[]; answerCount: number }>(
      'get_conversation',
      { chatbotId: desk.chatbotId, conversationId: session.sessionId },
    );
    expect(shown.messages[3]).toMatchObject({ text: returns.text, citations: returns.citations });
    expect(shown.answerCount).toBe(1);
  });

  it('is repeated behind a second answer, when what was asked is no longer in sight', async () => {
    desk = await Desk.open({ mode });
    const session = await desk.visit();
    await desk.say(session, question);
    expect(textsOf(await desk.say(session, 'and returns of gifts'))).toEqual([returns.text, 'What is it about?']);
    expect(textsOf(await desk.say(session, 'and returns of food'))).toEqual([returns.text]);
  });
});

describe('a question that nothing known answers', () => {
  it('is said to be one, and the second in a row calls a person, ai_first', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const once = await desk.say(session, riddle);
    expect(textsOf(once)).toEqual([unsure.text]);
    expect(once).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
    await desk.say(session, question);
    expect(await desk.say(session, riddle)).toMatchObject({ status: 'active' });
    expect(await desk.tickets()).toEqual([]);
    const twice = await desk.say(session, riddle, 'last');
    expect(textsOf(twice)).toEqual([unsure.text]);
    expect(twice).toMatchObject({ status: 'waiting_human', input: null });
    expect(await desk.tickets()).toEqual([{ status: 'open' }]);
    expect(await desk.say(session, riddle, 'last')).toEqual(twice);
    bed.pass(person);
    await bed.lookAfter();
    const after = await bed.chat.get(session);
    expect(after).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
    expect(await desk.say(session, riddle)).toMatchObject({ status: 'active' });
  });

  it('calls no person when the flow took a reply in between, ai_first', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    await desk.say(session, riddle);
    await desk.say(session, 'Support');
    expect(await desk.say(session, riddle)).toMatchObject({ status: 'active', input: { nodeId: 'email' } });
    expect(await desk.tickets()).toEqual([]);
  });

  it('never calls a person, ai_only', async () => {
    desk = await Desk.open({ mode: 'ai_only' });
    const session = await desk.visit();
    for (let time = 0; time < 3; time++) {
      expect(await desk.say(session, riddle)).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
    }
    expect(await desk.tickets()).toEqual([]);
    expect(desk.answerer.noted).toHaveLength(3);
  });
});

describe('a question for which a person is called first', () => {
  it('is answered when nobody comes, and what was asked is said again behind the answer', async () => {
    desk = await Desk.open({ mode: 'human_first' });
    const session = await desk.visit();
    const called = await desk.say(session, question);
    expect(called).toMatchObject({ status: 'waiting_human', input: null });
    expect(textsOf(called)).toEqual([]);
    expect(await desk.tickets()).toHaveLength(1);
    await desk.say(session, 'please hurry up');
    expect(desk.answerer.prepared).toEqual([]);
    bed.pass(person);
    await bed.lookAfter();
    await until(async () => (await bed.chat.get(session)).input !== null);
    const { status, input, messages } = await bed.chat.get(session, 4);
    expect({ status, input }).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
    expect(messages.map(({ text }) => text)).toEqual([
      'Sorry, nobody is available right now.',
      returns.text,
      'What is it about?',
    ]);
    expect(desk.answerer.prepared).toMatchObject([{ text: question }]);
  });

  it('is the person’s who comes', async () => {
    desk = await Desk.open({ mode: 'human_first' });
    const session = await desk.visit();
    await desk.say(session, question);
    const agent = new AgentClient(bed.bed.runtime, desk.workspace);
    await agent.act(session.sessionId, 'messages', { text: 'Within 60 days.' });
    await agent.act(session.sessionId, 'handback');
    bed.pass(person);
    await bed.lookAfter();
    expect(await bed.chat.get(session)).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
    expect(desk.answerer.prepared).toEqual([]);
  });

  it('is not answered by a chatbot whose owner turned that off meanwhile', async () => {
    desk = await Desk.open({ mode: 'human_first' });
    const session = await desk.visit();
    await desk.say(session, question);
    desk.answerer.policy = { ...desk.answerer.policy, enabled: false };
    bed.pass(person);
    await bed.lookAfter();
    expect(textsOf(await bed.chat.get(session, 3))).toEqual([
      'Sorry, nobody is available right now.',
      'What is it about?',
    ]);
  });

  it('stays one where only people answer', async () => {
    desk = await Desk.open({ mode: 'human_only' });
    const session = await desk.visit();
    expect(await desk.say(session, question)).toMatchObject({ status: 'waiting_human' });
    bed.pass(person);
    await bed.lookAfter();
    expect(await bed.chat.get(session)).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
    expect(desk.answerer.prepared).toEqual([]);
  });
});

describe('what is the flow’s own', () => {
  it('goes its way: what it takes, and what is no question', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const looks = desk.answerer.looks;
    expect(looks).toBe(1);
    const refused = await desk.say(session, 'refund');
    expect(refused.input).toMatchObject({ nodeId: 'topic', error: expect.any(String) });
    await bed.chat.send(session, { clientMessageId: 'c', choiceId: 'sales' });
    expect((await desk.say(session, 'jane@')).input).toMatchObject({ nodeId: 'email', error: expect.any(String) });
    expect(desk.answerer.looks).toBe(looks);
    expect(desk.answerer.prepared).toEqual([]);
  });

  it('forgets why it turned back a reply before the question', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    await desk.say(session, 'refund');
    const answered = await desk.say(session, question);
    expect(answered.input).toEqual(session.input);
    expect(textsOf(answered)).toEqual([returns.text, 'What is it about?']);
  });

  it('is everything for a chatbot whose owner wants no answers, at no cost for ordinary turns', async () => {
    desk = await Desk.open({ enabled: false });
    const session = await desk.visit();
    expect(session.input).not.toHaveProperty('mayAsk');
    await bed.chat.send(session, { clientMessageId: 'topic', choiceId: 'sales' });
    expect(desk.answerer.looks).toBe(1);
    const refused = await desk.say(session, 'why do you want to know that?');
    expect(refused.input).toMatchObject({ nodeId: 'email', error: expect.any(String) });
    expect(await desk.say(session, 'ada@example.org')).toMatchObject({ status: 'completed', input: null });
    expect(await refusal(await bed.chat.post(session, { clientMessageId: 'x', text: question }))).toMatchObject({
      status: 409,
    });
    expect(desk.answerer.prepared).toEqual([]);
  });

  it('begins behind the greeting of the one who answers', async () => {
    desk = await Desk.open({ greeting: 'Ask me **anything**.' });
    const session = await desk.visit();
    expect(session.messages[0]).toMatchObject({ seq: 1, from: 'bot', type: 'text', text: 'Ask me **anything**.' });
    expect(textsOf(session)).toEqual(['Ask me **anything**.', 'Hi!', 'What is it about?']);
    desk.answerer.policy = { ...desk.answerer.policy, enabled: false };
    expect(textsOf(await desk.visit())).toEqual(['Hi!', 'What is it about?']);
  });
});

describe('after the end of the flow', () => {
  const over = { nodeId: '', kind: 'text', optional: true };

  it.each<AnswerMode>(['ai_first', 'ai_only', 'human_first'])('questions are answered, %s', async mode => {
    desk = await Desk.open({ mode });
    const session = await desk.visit();
    expect(await desk.finish(session)).toMatchObject({ status: 'completed', input: over });
    expect(await bed.chat.get(session)).toMatchObject({ status: 'completed', input: over });
    const heard = await desk.say(session, 'returns');
    expect(heard).toMatchObject({ status: 'completed', input: over });
    expect(heard.messages).toMatchObject([
      { from: 'visitor', text: 'returns' },
      { from: 'bot', text: returns.text, citations: returns.citations },
    ]);
    for (let time = 0; time < 3; time++) {
      const vain = await desk.say(session, riddle);
      expect([textsOf(vain), vain.status]).toEqual([[unsure.text], 'completed']);
    }
    expect(await desk.tickets()).toEqual([]);
    await bed.chat.act(session, 'rating', { rating: 5 });
  });

  it('the end is told once, and stays when it was', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    await desk.finish(session);
    const ends = () =>
      bed.rows(desk.workspace, 'select ended_at, completed_at, first_answer_at, answer_count from conversations');
    const before = await ends();
    const told = await desk.told();
    bed.pass(60_000);
    await desk.say(session, question);
    expect(await ends()).toEqual(before);
    const changes = (names: readonly string[]) => names.filter(name => name === 'conversation.changed').length;
    const later = await desk.told();
    expect(later.filter(name => name !== 'conversation.changed')).toEqual(
      told.filter(name => name !== 'conversation.changed'),
    );
    // It is longer now, and counted anew.
    expect(changes(later)).toBeGreaterThan(changes(told));
    expect(told.filter(name => name === 'conversation.completed')).toHaveLength(1);
    const { responseCount } = await desk.workspace.call<{ responseCount: number }>('get_chatbot', {
      chatbotId: desk.chatbotId,
    });
    expect(responseCount).toBe(1);
  });

  it('a question makes no response of what the flow worked out by itself', async () => {
    const sum = { id: 'sum', type: 'variable-node', data: { name: 'plan', value: 'basic' } };
    desk = await Desk.open({}, line(sum, say('bye', 'Bye.')));
    const session = await desk.visit();
    expect(session).toMatchObject({ status: 'completed', input: over });
    expect(textsOf(await desk.say(session, question))).toEqual([returns.text]);
    expect(await bed.rows(desk.workspace, 'select first_answer_at from conversations')).toEqual([
      { first_answer_at: null },
    ]);
    expect(await desk.told()).not.toContain('response.created');
  });

  it('nothing is answered where only people do, and nothing that is no words', async () => {
    desk = await Desk.open({ mode: 'human_only' });
    const session = await desk.visit();
    expect(await desk.finish(session)).toMatchObject({ status: 'completed', input: null });
    const refused = async (body: object) => (await bed.chat.post(session, { clientMessageId: 'x', ...body })).status;
    expect(await refused({ text: question })).toBe(409);
    desk.answerer.policy = { ...desk.answerer.policy, mode: 'ai_first' };
    expect(await refused({ choiceId: 'sales' })).toBe(409);
    expect(await refused({ text: ' ' })).toBe(409);
    expect(await refused({ text: question })).toBe(200);
  });

  it('a conversation that was closed stays closed', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    await bed.chat.act(session, 'end');
    expect(await bed.chat.get(session)).toMatchObject({ status: 'closed', input: null });
    expect((await bed.chat.post(session, { clientMessageId: 'x', text: question })).status).toBe(409);
  });

  it('what was answered is kept for a week from the last question on', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    await desk.finish(session);
    const day = 86_400_000;
    const kept = async () => (await bed.rows(desk.workspace, 'select 1 from conversation_replies')).length;
    bed.pass(6 * day);
    const answer = await desk.say(session, question, 'late');
    bed.pass(2 * day);
    await bed.lookAfter();
    expect(await kept()).toBe(3);
    expect(await desk.say(session, question, 'late')).toEqual(answer);
    bed.pass(5 * day);
    await bed.lookAfter();
    expect(await kept()).toBe(0);
  });
});

describe('while an answer is being worded', () => {
  it('the conversation is busy: nothing is asked, the bot is typing, nobody else moves it', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const release = desk.hold();
    const sent = desk.say(session, question);
    await desk.isWording();
    expect(await bed.chat.get(session)).toMatchObject({ status: 'active', input: null });
    const stream = new EventReader(
      await bed.chat.fetch('GET', `/sessions/${session.sessionId}/events?after=3`, { token: session.token }),
    );
    expect(await stream.take(2)).toMatchObject([
      { event: 'status', data: { input: null } },
      { event: 'typing', data: { from: 'bot', typing: true } },
    ]);
    const agent = new AgentClient(bed.bed.runtime, desk.workspace);
    expect(await agent.refused('POST', `/conversations/${session.sessionId}/join`, {})).toMatchObject({ status: 409 });
    expect(await agent.refused('POST', `/conversations/${session.sessionId}/handover`)).toMatchObject({ status: 409 });
    const call = await bed.chat.fetch('POST', `/sessions/${session.sessionId}/handover`, { token: session.token });
    expect(call.status).toBe(409);
    bed.pass(60 * 60_000);
    await bed.lookAfter();
    expect(await bed.chat.get(session)).toMatchObject({ status: 'active' });
    release();
    await sent;
    await stream.close();
  });

  it('a second message waits for it, and follows it', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const release = desk.hold();
    const first = desk.say(session, question);
    await desk.isWording();
    const second = bed.chat.send(session, { clientMessageId: 'c', choiceId: 'sales' });
    release();
    expect(textsOf(await first)).toEqual([returns.text]);
    expect(textsOf(await second)).toEqual(['And your e-mail?']);
    const { messages } = await bed.chat.get(session, 2);
    expect(messages.map(({ text }) => text)).toEqual([question, returns.text, 'Sales', 'And your e-mail?']);
  });

  it('the same message again waits for the same answer, in this process and another, and asks nothing twice', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const release = desk.hold();
    const other = new ChatClient(desk.process().runtime);
    const first = desk.say(session, question, 'same');
    await desk.isWording();
    const again = desk.say(session, question, 'same');
    release();
    const answer = await first;
    expect(textsOf(answer)).toEqual([returns.text]);
    expect(await again).toEqual(answer);
    expect(await desk.say(session, question, 'same')).toEqual(answer);
    expect(await other.send(session, { clientMessageId: 'same', text: question })).toEqual(answer);
    expect((await bed.chat.post(session, { clientMessageId: 'same', text: riddle })).status).toBe(409);
    expect(desk.answerer.worded).toEqual([question]);
    expect((await bed.chat.get(session)).messages).toHaveLength(4);
  });

  it('two messages at once are each stored and answered once, one after the other', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const texts = ['how do returns work', 'returns of gifts?'];
    const answers = await Promise.all(texts.map((text, index) => desk.say(session, text, `p${index}`)));
    for (const answer of answers) expect(textsOf(answer)[0]).toBe(returns.text);
    const { messages } = await bed.chat.get(session, 2);
    expect(
      messages
        .filter(({ from }) => from === 'visitor')
        .map(({ text }) => text)
        .sort(),
    ).toEqual(texts);
    expect(messages.map(({ from }) => from)).toEqual(['visitor', 'bot', 'visitor', 'bot', 'bot']);
  });

  it('the visitor can leave: an answer that comes later is not said', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const release = desk.hold();
    const sent = desk.say(session, question);
    await desk.isWording();
    await bed.chat.act(session, 'end');
    release();
    expect(textsOf(await sent)).toEqual([]);
    expect(await bed.chat.get(session)).toMatchObject({ status: 'closed', input: null });
    expect(desk.answerer.noted).toEqual([]);
  });

  it('its text lies in the store sealed, and nowhere once it is answered', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const release = desk.hold();
    const sent = desk.say(session, question);
    await desk.isWording();
    const rows = () =>
      bed.rows<{ request: string | null }>(
        desk.workspace,
        'select kind, awaited, status, error, request from conversation_effects',
      );
    const [before] = await rows();
    expect(before).toMatchObject({ kind: 'question', awaited: true, status: 'pending' });
    expect(before?.request).not.toContain(question);
    release();
    await sent;
    expect(await rows()).toEqual([{ kind: 'question', awaited: true, status: 'done', error: null, request: null }]);
  });
});

describe('an answer that cannot be worded', () => {
  it('is unsure: in a process where nobody was set up to do it, and where it fails', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    const failing = desk.process(() => Promise.reject(new Error('boom')));
    const heard = await new ChatClient(failing.runtime).send(session, { clientMessageId: 'a', text: question });
    expect(textsOf(heard)).toEqual(['Sorry, I have no answer to that.']);
    expect(heard).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
    expect(failing.answerer.noted).toMatchObject([[question, { outcome: 'unsure' }]]);
    const without = bed.process({}, [answerers.plugin, listener]);
    const again = await new ChatClient(without).send(session, { clientMessageId: 'b', text: question });
    expect(textsOf(again)).toEqual(['Sorry, I have no answer to that.']);
    expect(again).toMatchObject({ status: 'waiting_human' });
  });
});

describe('a process that dies while an answer is being worded', () => {
  it.each([false, true])('leaves it to another one, which says it once (after the end: %s)', async isOver => {
    desk = await Desk.open();
    const session = await desk.visit();
    if (isOver) await desk.finish(session);
    const release = desk.hold();
    const late = bed.chat.post(session, { clientMessageId: 'm', text: question });
    await desk.isWording();

    const other = desk.process();
    await bed.lookAfter(other.runtime);
    expect(other.answerer.worded).toEqual([]);
    bed.pass(5 * 60_000);
    await bed.lookAfter(other.runtime);
    await until(async () => (await bed.chat.get(session)).input !== null);
    const said = (await bed.chat.get(session)).messages;
    expect(said.filter(({ text }) => text === returns.text)).toHaveLength(1);
    const chat = new ChatClient(other.runtime);
    expect(textsOf(await chat.send(session, { clientMessageId: 'm', text: question }))).toEqual([returns.text]);

    // It was only slow: what it brings now comes too late.
    release();
    await late;
    expect((await bed.chat.get(session)).messages).toEqual(said);
    expect(other.answerer.noted).toHaveLength(1);
    expect(desk.answerer.noted).toHaveLength(0);
  });

  it('again and again ends in the end', async () => {
    desk = await Desk.open();
    const session = await desk.visit();
    desk.hold();
    void bed.chat.post(session, { clientMessageId: 'm', text: question });
    await desk.isWording();
    for (let time = 0; time < 3; time++) {
      const dying = desk.process();
      dying.answerer.gate = new Promise(() => {});
      bed.pass(5 * 60_000);
      await bed.lookAfter(dying.runtime);
      await until(async () => dying.answerer.worded.length === 1);
    }
    const last = desk.process();
    bed.pass(5 * 60_000);
    await bed.lookAfter(last.runtime);
    await until(async () => (await bed.chat.get(session)).input !== null);
    expect(textsOf(await bed.chat.get(session, 3))).toEqual(['Sorry, I have no answer to that.']);
    expect(last.answerer.worded).toEqual([]);
  });
});

it('takes up a conversation that was left', async () => {
  desk = await Desk.open({}, line(askTopic, askName()));
  const session = await desk.visit();
  bed.pass(31 * 60_000);
  await bed.lookAfter();
  expect(await bed.chat.get(session)).toMatchObject({ status: 'abandoned' });
  expect(await desk.say(session, question)).toMatchObject({ status: 'active', input: { nodeId: 'topic' } });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await condition()) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('It never happened.');
}
