import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isOver } from '../chat-message.ts';
import { useChat, useStore } from './chat-context.ts';
import { Icon } from './icons.tsx';
import { downloadTranscript } from './transcript.ts';

/** What can be done with the conversation as a whole. */
export function Menu(): VNode {
  const chat = useChat();
  const { session, texts, mount } = chat;
  const { status, phase } = useStore(session.store);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
  }, [open]);

  const goesOn = phase === 'ready' && !isOver(status);
  const items: readonly (readonly [boolean, string, () => unknown])[] = [
    [goesOn && status === 'active' && mount.chat.handover !== false, texts.askForPerson, () => session.askForPerson()],
    [phase === 'ready', texts.transcript, () => downloadTranscript(chat)],
    [phase !== 'starting', texts.restart, () => session.restart()],
    [goesOn, texts.end, () => session.end()],
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only looks at what its buttons are pressed for.
    <div
      class="menu"
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        event.stopPropagation();
        close(true);
      }}
      onFocusOut={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="tool"
        aria-label={texts.menu}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      <ul ref={list} id={id} hidden={!open}>
        {items
          .filter(([possible]) => possible)
          .map(([, name, act]) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  close(true);
                  void act();
                }}
              >
                {name}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
