import type { ChatReply } from '../runtime/reply-store.ts';
import type { StoredMessage } from '../runtime/thread.ts';

/** A message as its visitor gets it: their own with the names that they gave them. */
export function messageJson({ seq, from, type, node_id, body, created_at, client_message_id }: StoredMessage): object {
  return {
    ...body,
    seq,
    from,
    type,
    ...(node_id !== null && { nodeId: node_id }),
    createdAt: created_at,
    ...(from === 'visitor' && client_message_id !== null && { clientMessageId: client_message_id }),
  };
}

export function replyJson({ messages, input, status, lastSeq }: ChatReply): object {
  return { messages: messages.map(messageJson), input, status, lastSeq };
}
