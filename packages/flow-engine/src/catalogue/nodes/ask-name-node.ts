import { z } from 'zod';
import { readName } from '../../answers/name.ts';
import { defineAskNode, question } from '../ask-node.ts';
import { spoken } from '../fields.ts';

/** In this one field the live editor writes `{name}`. */
const bareName = /(?<![{$])\{name\}(?!\})/g;

export const askNameNode = defineAskNode({
  type: 'ask-name-node',
  title: 'Ask for a name',
  summary: 'Asks for the name of the visitor, keeps it, and greets them by it.',
  data: z.looseObject({
    ...question,
    nameGreetResponse: z.string().max(10_000).default('').describe('Said after the answer; {name} is the name.'),
  }),
  aliases: { nameGreetResponse: ['nameGreet'] },
  example: {
    questionText: 'What is your name?',
    answerVariable: 'name',
    nameGreetResponse: 'Nice to meet you, {name}!',
  },
  key: 'name',
  answerType: 'text',
  request: () => ({ kind: 'text' }),
  read: readName,
  answered(name, data, call) {
    call.identify({ name });
    const text = call.render(data.nameGreetResponse.replace(bareName, '{{visitor.name}}'));
    if (text !== '') call.say({ type: 'text', text });
  },
  texts: data => spoken('/nameGreetResponse', data.nameGreetResponse),
});
