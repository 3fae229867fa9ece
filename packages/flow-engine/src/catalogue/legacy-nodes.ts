import type { NodeType } from './node-type.ts';
import { quizNode } from './nodes/quiz-node.ts';
import { selectOptionNode } from './nodes/select-option-node.ts';
import { threeChoicesNode } from './nodes/three-choices-node.ts';
import { twoChoicesNode } from './nodes/two-choices-node.ts';
import { userInputNode } from './nodes/user-input-node.ts';
import { userRangeNode } from './nodes/user-range-node.ts';
import { userRatingNode } from './nodes/user-rating-node.ts';

export const legacyNodes: readonly NodeType[] = [
  twoChoicesNode,
  threeChoicesNode,
  selectOptionNode,
  userInputNode,
  userRatingNode,
  userRangeNode,
  quizNode,
];
