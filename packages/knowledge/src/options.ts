import type { Egress } from '@conferbot/egress';

/** What the plugin and the port through which conversations have their questions answered take. */
export interface KnowledgeOptions {
  /** The way out to the AI service. */
  readonly egress: Egress;
  /** Words the answers; without it they are quoted from the articles, and nothing leaves the host. */
  readonly ai?: AiServiceOptions;
  /**
   * Address that browsers reach the host at, for links from elsewhere; a function where it is known only once the host
   * listens. Without it, pages take the address that they were asked for under.
   */
  readonly publicUrl?: string | (() => string);
}

export function publicUrlOf({ publicUrl }: KnowledgeOptions): (() => string) | undefined {
  return typeof publicUrl === 'string' ? () => publicUrl : publicUrl;
}

/** Any service that speaks OpenAI's chat completions. */
export interface AiServiceOptions {
  /** Up to, and without, `/chat/completions`: `https://api.openai.com/v1`. */
  readonly url: string;
  /** Sent as a bearer token where it is given. */
  readonly apiKey?: string;
  readonly model: string;
}
