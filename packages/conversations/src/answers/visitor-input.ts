import type { FlowStatus, InputRequest } from '@conferbot/flow-engine';
import { type Answering, answersAfterEnd } from './answering.ts';

/** What a visitor is asked for. */
export interface VisitorInput extends InputRequest {
  /** A question in free words is answered too, or a person is called for it; never of a `text`, which takes any words. */
  readonly mayAsk?: true;
}

const anyQuestion: VisitorInput = { nodeId: '', kind: 'text', optional: true };

/** What a visitor can say now: what the flow asks for, or any question after its end; null when it is not their turn. */
export function visitorInput(
  { mode, pending }: Answering,
  status: FlowStatus,
  request: InputRequest | null,
): VisitorInput | null {
  if (pending !== null) return null;
  if (status === 'completed') return answersAfterEnd(mode) ? anyQuestion : null;
  if (request === null || mode === null || request.kind === 'text') return request;
  return { ...request, mayAsk: true };
}
