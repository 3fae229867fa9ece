import { answerWrite } from '../answer-key.ts';
import { askChoice, checkChoices, choiceAliases, choiceTexts, takeChoice } from '../choice-question.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { optionQuestion, optionsOf } from '../option-list.ts';

export const nSelectOptionNode = defineNodeType({
  type: 'n-select-option-node',
  group: 'ask',
  title: 'Select one',
  summary: 'Lets the visitor pick one option of a list, keeps its text, and goes on the same way for all.',
  data: optionQuestion,
  aliases: choiceAliases,
  example: {
    choicePrompt: 'Which country are you in?',
    answerVariable: 'country',
    options: [
      { id: 'de', optionText: 'Germany' },
      { id: 'fr', optionText: 'France' },
    ],
  },
  handles: onlyDefault,
  texts: node => choiceTexts(node.choicePrompt, optionsOf(node)),
  writes: ({ answerVariable }, nodeId) => [answerWrite(answerVariable, nodeId, 'text')],
  waits: ({ options }) => options.length > 0,
  check: node => checkChoices(optionsOf(node), '/options'),
  enter: (node, call) => askChoice(node.choicePrompt, optionsOf(node), call),
  resume: (node, call, event) =>
    takeChoice(
      { prompt: node.choicePrompt, answerVariable: node.answerVariable },
      optionsOf(node),
      call,
      event,
      () => undefined,
    ),
});
