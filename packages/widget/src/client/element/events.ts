/** What the page is told. */
export interface WidgetEvents {
  /** The config is there, and the launcher with it. */
  readonly ready: { readonly bot: string };
  readonly open: { readonly bot: string };
  readonly close: { readonly bot: string };
  /** A message was shown, of whomever. */
  readonly message: { readonly bot: string; readonly from: string; readonly type: string; readonly text?: string };
  /** The conversation stands otherwise than before. */
  readonly status: { readonly bot: string; readonly status: string };
}

export type WidgetEventName = keyof WidgetEvents;
export type WidgetListener<Name extends WidgetEventName> = (event: WidgetEvents[Name]) => void;

const listeners = new Map<string, Set<(event: never) => void>>();

/** Listens until the returned function is called. */
export function listen<Name extends WidgetEventName>(name: Name, listener: WidgetListener<Name>): () => void {
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard.add(listener));
  return () => heard.delete(listener);
}

export function tell<Name extends WidgetEventName>(name: Name, event: WidgetEvents[Name]): void {
  for (const listener of listeners.get(name) ?? []) {
    try {
      (listener as WidgetListener<Name>)(event);
    } catch (error) {
      // A listener of the page must not stop the chat.
      reportError(error);
    }
  }
}

export const forgetListeners = () => listeners.clear();
