import type { NodeType } from './node-type.ts';
import { imageChoiceNode } from './nodes/image-choice-node.ts';
import { nChoicesNode } from './nodes/n-choices-node.ts';
import { opinionScaleChoiceNode } from './nodes/opinion-scale-choice-node.ts';
import { ratingChoiceNode } from './nodes/rating-choice-node.ts';
import { yesOrNoChoiceNode } from './nodes/yes-or-no-choice-node.ts';

export const choiceNodes: readonly NodeType[] = [
  nChoicesNode,
  imageChoiceNode,
  yesOrNoChoiceNode,
  ratingChoiceNode,
  opinionScaleChoiceNode,
];
