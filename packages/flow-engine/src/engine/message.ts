/** What a bot says. `text` is Markdown, except in `html` messages. */
export interface Message {
  readonly type: 'text' | 'image' | 'video' | 'audio' | 'file' | 'html' | 'redirect' | 'link';
  /** Absent in what the engine itself says. */
  readonly nodeId?: string;
  readonly text?: string;
  /** Of the picture, film, sound or file, or where a redirect leads. */
  readonly url?: string;
  readonly caption?: string;
  /** Name of a `file`. */
  readonly fileName?: string;
  /** Of a `redirect`. */
  readonly newTab?: boolean;
  /** Milliseconds that a client waits before it shows this message: pacing, not a timer. */
  readonly delayMs?: number;
}
