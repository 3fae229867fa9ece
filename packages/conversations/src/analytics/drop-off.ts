import { z } from 'zod';
import type { ConversationStatus } from '../contract.ts';
import type { VisitView } from '../visit-view.ts';

export const dropOffOutput = z
  .looseObject({})
  .nullable()
  .describe(
    'Where it broke off: nodeId, nodeType, reason (abandoned, closed, failed), enteredAt; null where it did not.',
  );

/** Where a conversation broke off; null while it goes on, and when its flow came to an end. */
export function dropOffOf(status: ConversationStatus, last: VisitView | undefined): z.input<typeof dropOffOutput> {
  if (last === undefined || (status !== 'abandoned' && status !== 'closed' && status !== 'failed')) return null;
  const { nodeId, nodeType, enteredAt } = last;
  return { nodeId, nodeType, reason: status, enteredAt };
}
