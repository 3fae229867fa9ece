import type { SpokenMessage } from '../../../src/insight/spoken-message.ts';

const start = Date.UTC(2026, 2, 2, 9);

/** A message said so many seconds after the start. */
export function said(from: SpokenMessage['from'], text: string, seconds = 0): SpokenMessage {
  return { from, text, at: new Date(start + seconds * 1000) };
}

/** Messages of the visitor, one after the other. */
export const visitorSaid = (...texts: string[]): SpokenMessage[] => texts.map(text => said('visitor', text));

/** The time so many seconds after the start. */
export const after = (seconds: number): Date => new Date(start + seconds * 1000);
