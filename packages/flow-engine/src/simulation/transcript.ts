import type { Reply } from '../engine/input.ts';
import type { InputRequest } from '../engine/input-request.ts';
import type { Message } from '../engine/message.ts';
import { asText } from '../text/as-text.ts';

/** What was said, by whom. */
export type TranscriptEntry =
  | ({ readonly from: 'bot' } & Message)
  | { readonly from: 'visitor'; readonly text: string };

/** A reply as a chat shows it: the label of a choice, the names of files. */
export function replyText(reply: Reply, request: InputRequest | null): string {
  const labelOf = (id: string) => request?.options?.find(option => option.id === id)?.label ?? id;
  if (reply.text !== undefined) return reply.text;
  if (reply.choiceId !== undefined) return labelOf(reply.choiceId);
  if (reply.choiceIds !== undefined) return reply.choiceIds.map(labelOf).join(', ');
  if (reply.files !== undefined) return reply.files.map(({ name }) => name).join(', ');
  return asText(reply.value ?? null);
}
