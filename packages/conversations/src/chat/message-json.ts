import type { ChatReply } from '../runtime/reply-store.ts';
import type { StoredMessage } from '../runtime/thread.ts';

/** A message as visitors get it. */
export function messageJson({ seq, from, type, node_id, body, created_at }: StoredMessage): object {
  return { ...body, seq, from, type, ...(node_id !== null && { nodeId: node_id }), createdAt: created_at };
}

export function replyJson({ messages, input, status }: ChatReply): object {
  return { messages: messages.map(messageJson), input, status };
}
