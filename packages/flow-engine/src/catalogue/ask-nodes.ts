import type { NodeType } from './node-type.ts';
import { askCustomQuestionNode } from './nodes/ask-custom-question-node.ts';
import { askEmailNode } from './nodes/ask-email-node.ts';
import { askFileNode } from './nodes/ask-file-node.ts';
import { askLocationNode } from './nodes/ask-location-node.ts';
import { askMultipleQuestionsNode } from './nodes/ask-multiple-questions-node.ts';
import { askNameNode } from './nodes/ask-name-node.ts';
import { askNumberNode } from './nodes/ask-number-node.ts';
import { askPhoneNumberNode } from './nodes/ask-phone-number-node.ts';
import { askUrlNode } from './nodes/ask-url-node.ts';
import { calendarNode } from './nodes/calendar-node.ts';
import { nCheckOptionsNode } from './nodes/n-check-options-node.ts';
import { nSelectOptionNode } from './nodes/n-select-option-node.ts';

export const askNodes: readonly NodeType[] = [
  askNameNode,
  askEmailNode,
  askPhoneNumberNode,
  askNumberNode,
  askUrlNode,
  askLocationNode,
  askCustomQuestionNode,
  askFileNode,
  askMultipleQuestionsNode,
  calendarNode,
  nSelectOptionNode,
  nCheckOptionsNode,
];
