import type { SecretBox } from '@conferbot/plugin';

export interface WidgetOptions {
  /** Address that browsers reach the host at; a function where it is known only once the host listens. */
  readonly publicUrl: string | (() => string);
  /** Seals the keys and tokens of channels. */
  readonly secrets: SecretBox;
  /** Ids (`bot_…`) of chatbots that the page `/demo` shows, asked for at each visit. Without it there is no such page. */
  readonly demo?: () => readonly string[];
  /** Folder of the built widget, for hosts that build their own. */
  readonly clientFolder?: string;
}
