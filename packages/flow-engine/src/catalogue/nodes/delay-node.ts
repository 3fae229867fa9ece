import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { limitFindings, within } from '../limit-findings.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { scalarNumber } from '../scalars.ts';

const seconds = [0, 600] as const;
/** Below, the client waits before it shows the next message; from here on, the conversation does. */
const shortestTimer = 5;

export const delayNode = defineNodeType({
  type: 'delay-node',
  group: 'special',
  title: 'Delay',
  summary: 'Waits before the conversation goes on.',
  data: z.looseObject({
    delay: scalarNumber(1).describe('Seconds, 600 at most.'),
  }),
  example: { delay: 2 },
  handles: onlyDefault,
  waits: ({ delay }) => delay >= shortestTimer,
  check: ({ delay }, nodeId) => limitFindings(delay, seconds, { field: 'delay', unit: 'seconds', nodeId }),
  enter({ delay }, call) {
    const ms = Math.round(within(delay, ...seconds) * 1_000);
    if (ms >= shortestTimer * 1_000) return { do: 'sleep', until: call.now + ms };
    if (ms > 0) call.pace(ms);
    return leave();
  },
  resume: () => leave(),
});
