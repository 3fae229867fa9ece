import { readOptions } from '../../answers/options.ts';
import type { NodeCall } from '../../engine/node-call.ts';
import { leave } from '../../engine/step.ts';
import { plainText } from '../../text/plain-text.ts';
import { answerKey, answerWrite } from '../answer-key.ts';
import { checkChoices, choiceAliases, choiceTexts } from '../choice-question.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { type OptionQuestion, optionQuestion, optionsOf } from '../option-list.ts';

export const nCheckOptionsNode = defineNodeType({
  type: 'n-check-options-node',
  group: 'ask',
  title: 'Select several',
  summary: 'Lets the visitor pick one or more options of a list, and keeps their texts, with commas between them.',
  data: optionQuestion,
  aliases: choiceAliases,
  example: {
    choicePrompt: 'What are you interested in?',
    answerVariable: 'interests',
    options: [
      { id: 'prices', optionText: 'Prices' },
      { id: 'support', optionText: 'Support' },
    ],
  },
  handles: onlyDefault,
  texts: node => choiceTexts(node.choicePrompt, optionsOf(node)),
  writes: ({ answerVariable }, nodeId) => [answerWrite(answerVariable, nodeId, 'text')],
  waits: ({ options }) => options.length > 0,
  check: node => checkChoices(optionsOf(node), '/options'),
  enter(node, call) {
    const prompt = call.render(node.choicePrompt);
    const options = shown(node, call);
    if (options.length === 0) {
      if (prompt !== '') call.say({ type: 'text', text: prompt });
      return leave();
    }
    const request = { kind: 'choices', options, min: 1, max: options.length } as const;
    return { do: 'ask', request: { ...request, ...(prompt !== '' && { prompt }) } };
  },
  resume(node, call, event) {
    const read = readOptions(event.kind === 'reply' ? event.reply : {}, shown(node, call));
    if (!read.ok) return { do: 'reject', message: read.problem };
    const labels = read.value.map(({ label }) => label).join(', ');
    const asked = call.render(plainText(node.choicePrompt), 'plain');
    call.answer(answerKey(node.answerVariable, call.nodeId), labels, asked);
    call.pick(labels);
    return leave();
  },
});

function shown(node: OptionQuestion, call: NodeCall) {
  return optionsOf(node).map(({ id, label }) => ({ id, label: call.render(plainText(label), 'plain').trim() || id }));
}
