import type { OutsideEvent } from '@conferbot/plugin';
import { deliveryId } from '../contract.ts';

/** The body of a delivery: flat JSON. `id` is the uuid of the delivery. */
export function payloadOf(event: string, fields: OutsideEvent['fields'], at: Date, id: string): string {
  return JSON.stringify({ event, ...fields, timestamp: at.toISOString(), deliveryId: deliveryId.encode(id) });
}
