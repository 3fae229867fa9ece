import type { ChatMessage } from '../chat-message.ts';

/** A line of the conversation as it is shown. A visitor's own has no `seq` until the server has taken it. */
export interface Entry {
  readonly key: string;
  readonly message: Omit<ChatMessage, 'seq'> & { readonly seq?: number };
  readonly delivery: 'sent' | 'sending' | 'waiting' | 'refused';
}

/** Adds a message of the server at its place. Known ones, and one's own that it confirms, are not shown twice. */
export function withMessage(entries: readonly Entry[], message: ChatMessage): readonly Entry[] {
  const { seq, clientMessageId } = message;
  const same = entries.find(entry => entry.message.seq === seq || entry.key === clientMessageId);
  const entry: Entry = { key: same?.key ?? clientMessageId ?? String(seq), message, delivery: 'sent' };
  const others = entries.filter(other => other !== same);
  const before = others.findLastIndex(other => other.message.seq !== undefined && other.message.seq < seq);
  // One on its way may have arrived: what comes meanwhile can be the answer to it.
  const unsent = others.findIndex(({ delivery }) => delivery === 'waiting');
  const place = others.findIndex((other, index) => index > before && (other.message.seq ?? -1) > seq);
  const at = place >= 0 ? place : unsent > before ? unsent : others.length;
  return [...others.slice(0, at), entry, ...others.slice(at)];
}

/** Whether an unsent reply is shown already, or has arrived all the same. */
export function isKnown(entries: readonly Entry[], clientMessageId: string): boolean {
  return entries.some(({ key }) => key === clientMessageId);
}

/** A reply as it is shown before the server has it. */
export function ownEntry(clientMessageId: string, text: string, now: Date): Entry {
  const message = { from: 'visitor', type: 'text', text, createdAt: now.toISOString(), clientMessageId } as const;
  return { key: clientMessageId, message, delivery: 'sending' };
}

export function withDelivery(entries: readonly Entry[], key: string, delivery: Entry['delivery']): readonly Entry[] {
  return entries.map(entry => (entry.key === key && entry.message.seq === undefined ? { ...entry, delivery } : entry));
}
