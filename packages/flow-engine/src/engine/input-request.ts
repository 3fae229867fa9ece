/** What the visitor is asked for; kept in the state until it is answered. */
export interface InputRequest {
  readonly nodeId: string;
  readonly kind: InputKind;
  /** The question, Markdown; also said as a message. */
  readonly prompt?: string;
  /** Of `choice` and `choices`; of a `rating` where points have names. */
  readonly options?: readonly InputOption[];
  /** Bounds of a `number` or `rating`; how many `choices`, both inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** Of a `rating`. */
  readonly style?: 'stars' | 'smileys' | 'numbers';
  /** Of a `date`: also asks for a time of day. */
  readonly withTime?: boolean;
  /** IANA zone in which a `date` is meant. */
  readonly timeZone?: string;
  /** Of a `date`: first and last day that can be chosen, `YYYY-MM-DD`. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  /** Of a `file`: MIME types or extensions; absent: any. */
  readonly accept?: readonly string[];
  /** Of a `file`: bytes of one file. */
  readonly maxBytes?: number;
  /** Of a `file`: how many at once. */
  readonly maxFiles?: number;
  /** The visitor may leave it out, by an empty reply. */
  readonly optional?: boolean;
  /** Why the last reply was not taken. */
  readonly error?: string;
}

export type InputKind =
  | 'text'
  | 'email'
  | 'phone'
  | 'number'
  | 'url'
  | 'date'
  | 'file'
  | 'choice'
  | 'choices'
  | 'rating'
  | 'location';

export interface InputOption {
  readonly id: string;
  readonly label: string;
  /** Address of a picture. */
  readonly image?: string;
}
