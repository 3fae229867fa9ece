import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { defineNodeType } from '../node-type.ts';
import { scalarText } from '../scalars.ts';

export const jumpToNode = defineNodeType({
  type: 'jump-to-node',
  group: 'logic',
  title: 'Jump',
  summary: 'Goes on at another node, without an edge.',
  data: z.looseObject({
    targetNodeId: scalarText(128).default('').describe('Id of the node to go to.'),
  }),
  aliases: { targetNodeId: ['targetId', 'jumpTo', 'goto', 'nodeId'] },
  example: { targetNodeId: 'ask-again' },
  handles: () => [],
  targets: ({ targetNodeId }) => [{ pointer: '/targetNodeId', nodeId: targetNodeId }],
  enter: ({ targetNodeId }) => (targetNodeId === '' ? leave() : { do: 'jump', nodeId: targetNodeId }),
});
