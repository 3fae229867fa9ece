import { Fault } from '@conferbot/plugin';
import type { ConversationStatus } from '../contract.ts';

/** The refusal of whatever comes after the end. */
export function ended(status: ConversationStatus): Fault {
  return new Fault('conflict', `This conversation has ended: its status is ${status}.`, {
    details: [{ path: 'status', message: status }],
  });
}
