/** One message that somebody said or that the bot said; notes of the system are none. */
export interface SpokenMessage {
  readonly from: 'visitor' | 'bot' | 'agent';
  readonly text: string;
  /** When it was sent; not read by what only reads words. */
  readonly at: Date;
}
