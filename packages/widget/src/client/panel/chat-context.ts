import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ChatApi } from '../chat-api.ts';
import type { ChatMount } from '../element/mounted-chat.ts';
import type { ChatSession } from '../session/chat-session.ts';
import type { Store } from '../session/store.ts';
import type { Texts } from '../texts/texts.ts';

/** What every part of the panel may need. */
export interface Chat {
  readonly api: ChatApi;
  readonly mount: ChatMount;
  readonly session: ChatSession;
  readonly texts: Texts;
  /** Name of the bot as it is shown. */
  readonly botName: string;
}

const ChatContext = createContext<Chat | undefined>(undefined);

export const ChatProvider = ChatContext.Provider;

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (chat === undefined) throw new Error('Nothing is drawn outside of a chat.');
  return chat;
}

export function useStore<Value extends object>(store: Store<Value>): Value {
  const [value, setValue] = useState(store.value);
  useEffect(() => {
    setValue(store.value);
    return store.subscribe(() => setValue(store.value));
  }, [store]);
  return value;
}
