// The least that a server does with a flow it is sent: JSON.parse and a zod schema of nodes and edges, nothing of types.
import { z } from 'zod';
import { largeFlow } from '../engine/large-flow.ts';
import { measured } from '../engine/measured.ts';

const graph = z.looseObject({
  nodes: z.array(
    z.looseObject({
      id: z.string(),
      type: z.string(),
      position: z.object({ x: z.number(), y: z.number() }),
      data: z.record(z.string(), z.json()),
    }),
  ),
  edges: z.array(
    z.looseObject({ id: z.string(), source: z.string(), target: z.string(), sourceHandle: z.string().optional() }),
  ),
});
const text = JSON.stringify(largeFlow());

measured(() => {
  graph.parse(JSON.parse(text));
  return 1;
});
