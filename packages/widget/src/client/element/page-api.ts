import type { Visitor } from '../chat-api.ts';
import { ConferbotElement } from './conferbot-element.ts';
import { forgetListeners, listen, type WidgetEventName, type WidgetListener } from './events.ts';
import { identify } from './page-visitor.ts';

/** `window.Conferbot`. Where no chatbot is named, the first one on the page is meant. */
export interface PageApi {
  open(bot?: string): void;
  close(bot?: string): void;
  toggle(bot?: string): void;
  /** Says who visits, to all chatbots of the page; nothing forgets it. Counts from the next conversation on. */
  identify(visitor?: Visitor): void;
  /** Calls `listener` at each event, until the returned function is called. */
  on<Name extends WidgetEventName>(name: Name, listener: WidgetListener<Name>): () => void;
  /** Takes a chatbot off the page; without one, all of them and every listener. */
  destroy(bot?: string): void;
}

export function pageApi(): PageApi {
  const find = (bot?: string) => elements().find(element => bot === undefined || element.bot === bot);
  return {
    open: bot => void find(bot)?.open(),
    close: bot => find(bot)?.close(),
    toggle: bot => find(bot)?.toggle(),
    identify,
    on: listen,
    destroy(bot) {
      for (const element of elements()) if (bot === undefined || element.bot === bot) element.remove();
      if (bot === undefined) forgetListeners();
    },
  };
}

function elements(): ConferbotElement[] {
  return [...document.querySelectorAll('conferbot-chat')].filter(element => element instanceof ConferbotElement);
}
