import { ProtocolError } from '@conferbot/runtime';
import { ClientGone } from './body.ts';
import type { Exchange } from './exchange.ts';
import { Refusal } from './refusal.ts';

/**
 * How to answer what went wrong in the host; undefined when the client is gone. What is not a refusal is a
 * defect: logged under the id of the request, of which the client sees the id only.
 */
export function refusalOf(error: unknown, exchange: Exchange): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ProtocolError) return new Refusal(error.status ?? 400, error.message, { code: error.code });
  if (error instanceof ClientGone) return undefined;
  exchange.logger.error({ err: error }, 'request failed');
  return new Refusal(500, `Something failed on our side. Reference: ${exchange.requestId}.`, { code: -32603 });
}
