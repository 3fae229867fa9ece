import { startJobs } from '@conferbot/runtime';
import { engines } from '@conferbot/testing';
import { describe, expect, it } from 'vitest';
import { ChatBed } from './support/chat-bed.ts';
import { ChatClient, textsOf } from './support/chat-client.ts';
import { askEmail, askName, line, say } from './support/flows.ts';

const threeQuestions = line(
  askName(),
  askEmail,
  { id: 'city', type: 'ask-custom-question-node', data: { questionText: 'Where?', answerVariable: 'city' } },
  say('bye', 'Bye {{name}} of {{city}}.'),
);

describe.each(engines)('on %s', engine => {
  it('two processes that get the same messages at once take each one once, in one order', async () => {
    await using chats = await ChatBed.open({}, { engine });
    const workspace = chats.bed.workspace();
    const chatbotId = await chats.chatbot(workspace, threeQuestions);
    const both = [chats.chat, new ChatClient(chats.process())];
    const sessions = await Promise.all(Array.from({ length: 6 }, () => chats.chat.open(chatbotId)));
    for (const [step, text] of ['Ada', 'ada@example.org', 'London'].entries()) {
      const sent = sessions.flatMap(session =>
        both.flatMap(chat => [1, 2].map(() => chat.send(session, { clientMessageId: `m${step}`, text }))),
      );
      const answers = await Promise.all(sent);
      const kinds = new Set(answers.map(answer => JSON.stringify([textsOf(answer), answer.status])));
      expect([...kinds]).toHaveLength(1);
    }
    for (const session of sessions) {
      const { messages, status } = await chats.chat.get(session);
      expect(status).toBe('completed');
      expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    }
    expect(await workspace.call('get_chatbot', { chatbotId })).toMatchObject({ responseCount: 6 });
    expect(await chats.rows(workspace, 'select 1 from conversation_answers')).toHaveLength(18);
  });

  it('timers of many conversations ring once each, whichever process looks', async () => {
    await using chats = await ChatBed.open({}, { engine });
    const workspace = chats.bed.workspace();
    const rest = { id: 'rest', type: 'delay-node', data: { delay: 30 } };
    const chatbotId = await chats.chatbot(workspace, line(rest, say('on', 'On we go.'), askName()));
    const sessions = await Promise.all(Array.from({ length: 20 }, () => chats.chat.open(chatbotId)));
    chats.pass(30_000);
    const runners = [chats.bed.runtime, chats.process()].map(runtime => startJobs(runtime, { pollInterval: 0 }));
    await Promise.all(runners.map(runner => runner.runDue()));
    await Promise.all(runners.map(runner => runner.stop()));
    for (const session of sessions) {
      expect(textsOf(await chats.chat.get(session))).toEqual(['Hi!', 'On we go.', 'What is your name?']);
    }
  });
});
