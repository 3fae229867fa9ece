import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../src/client/chat-message.ts';
import { type Entry, isKnown, ownEntry, withDelivery, withMessage } from '../src/client/session/entry.ts';

const message = (seq: number, text: string, clientMessageId?: string): ChatMessage => ({
  seq,
  text,
  type: 'text',
  from: clientMessageId === undefined ? 'bot' : 'visitor',
  createdAt: '2026-03-02T09:00:00.000Z',
  ...(clientMessageId !== undefined && { clientMessageId }),
});
const texts = (entries: readonly Entry[]) => entries.map(({ message: { text } }) => text);
const all = (...messages: ChatMessage[]) => messages.reduce<readonly Entry[]>(withMessage, []);

describe('the lines of a conversation', () => {
  it('stand in the order of the server, in whatever order they come', () => {
    expect(texts(all(message(3, 'c'), message(1, 'a'), message(2, 'b')))).toEqual(['a', 'b', 'c']);
  });

  it('are there once, however often they come', () => {
    expect(texts(all(message(1, 'a'), message(1, 'a')))).toEqual(['a']);
  });

  it('take the place of what the visitor saw before the server had it', () => {
    const own = [...all(message(1, 'a')), ownEntry('id', 'B', new Date(0))];
    const confirmed = withMessage(withMessage(own, message(3, 'c')), message(2, 'b', 'id'));
    expect(texts(confirmed)).toEqual(['a', 'b', 'c']);
    expect(confirmed.map(({ delivery }) => delivery)).toEqual(['sent', 'sent', 'sent']);
    expect(confirmed[1]?.key).toBe('id');
  });

  it('are known by the names that the client gave them, never by their words', () => {
    const own = [...all(message(1, 'a')), ownEntry('first', 'B', new Date(0)), ownEntry('second', 'B', new Date(0))];
    const confirmed = withMessage(own, message(2, 'B', 'second'));
    expect(confirmed.map(({ key, delivery }) => [key, delivery])).toEqual([
      ['1', 'sent'],
      ['first', 'sending'],
      ['second', 'sent'],
    ]);
    expect(texts(withMessage(confirmed, message(3, 'B', 'of another page')))).toEqual(['a', 'B', 'B', 'B']);
    expect(isKnown(confirmed, 'first')).toBe(true);
    expect(isKnown(all(message(1, 'B', 'other')), 'first')).toBe(false);
  });

  it('stand after a reply on its way, which they may answer', () => {
    const own = [...all(message(1, 'a')), ownEntry('id', 'B', new Date(0))];
    expect(texts(withMessage(own, message(3, 'c')))).toEqual(['a', 'B', 'c']);
  });

  it('come before what is still unsent', () => {
    const waiting = withDelivery([ownEntry('id', 'own', new Date(0))], 'id', 'waiting');
    expect(texts(withMessage(waiting, message(1, 'agent')))).toEqual(['agent', 'own']);
  });

  it('keep what the server said of them', () => {
    const [entry] = withDelivery(all(message(1, 'a', 'id')), 'id', 'refused');
    expect(entry?.delivery).toBe('sent');
  });
});
