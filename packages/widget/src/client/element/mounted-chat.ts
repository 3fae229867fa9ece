import type { Visitor } from '../chat-api.ts';
import type { ChatConfig } from '../chat-config.ts';
import type { IdentityProof } from '../identity-proof.ts';
import type { Locale } from '../locale.ts';
import type { WidgetEventName, WidgetEvents } from './events.ts';

export type WidgetMode = 'bubble' | 'popup' | 'inline' | 'fullpage';

/** What the element gives the chat when it loads it. */
export interface ChatMount {
  readonly bot: string;
  readonly mode: WidgetMode;
  /** Address of the server, with a slash at its end. */
  readonly host: string;
  readonly chat: ChatConfig;
  readonly locale: Locale;
  /** Where the chat is drawn, and whose style sheets it adds to. */
  readonly place: HTMLElement;
  readonly root: ShadowRoot;
  /** What the page said of the visitor, asked for when a session begins. */
  readonly visitor: () => Visitor | undefined;
  /** How the page proves who that is, asked for when a session begins. */
  readonly identity: () => IdentityProof | undefined;
  readonly close: () => void;
  readonly tell: <Name extends WidgetEventName>(name: Name, event: Omit<WidgetEvents[Name], 'bot'>) => void;
  /** Messages that came while the chat was closed. */
  readonly showUnread: (count: number) => void;
}

/** The module that is loaded at the first opening. */
export interface ChatModule {
  readonly mountChat: (mount: ChatMount) => MountedChat;
}

export interface MountedChat {
  /** Without `focus`, the keyboard stays where it is. */
  open(focus: boolean): void;
  close(): void;
  destroy(): void;
}
