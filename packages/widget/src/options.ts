import type { SecretBox } from '@conferbot/plugin';

/** A chatbot on the page `/demo`. */
export interface DemoChatbot {
  /** `bot_…` */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** `inline` stands within the page, `bubble` (default) in its corner. */
  readonly mode?: 'bubble' | 'inline';
}

export interface WidgetOptions {
  /** Address that browsers reach the host at; a function where it is known only once the host listens. */
  readonly publicUrl: string | (() => string);
  /** Seals the keys and tokens of channels. */
  readonly secrets: SecretBox;
  /** What the page `/demo` shows, asked for at each visit. Without it there is no such page. */
  readonly demo?: () => readonly DemoChatbot[];
  /** Folder of the built widget, for hosts that build their own. */
  readonly clientFolder?: string;
}
