import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isOver } from '../chat-message.ts';
import { useChat, useStore } from './chat-context.ts';
import { EntryView } from './entry-view.tsx';

/** Pixels from the end within which the visitor reads along. */
const nearEnd = 80;

/** The conversation. New messages are read out; it scrolls along, unless the visitor reads further up. */
export function Log(): VNode {
  const { session, texts } = useChat();
  const { entries, typing, busy, online, phase, status } = useStore(session.store);
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const follow = () => {
    const { current } = log;
    if (current !== null && follows.current) current.scrollTop = current.scrollHeight;
  };
  const last = entries.at(-1);
  if (last?.delivery === 'sending') follows.current = true;
  useLayoutEffect(follow);
  // What is asked below takes room from it: that is no reading further up.
  const height = useRef(0);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      height.current = log.current?.clientHeight ?? 0;
      follow();
    });
    if (log.current !== null) observer.observe(log.current);
    return () => observer.disconnect();
  }, []);
  const dots = typing || (busy && online) || (phase === 'starting' && online);
  return (
    <div
      ref={log}
      class="log"
      role="log"
      aria-live="polite"
      aria-relevant="additions"
      aria-label={texts.conversation}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too.
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        if (clientHeight === height.current) follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
      onLoadCapture={follow}
    >
      {entries.map((entry, index) => (
        <EntryView key={entry.key} entry={entry} begins={entries[index - 1]?.message.from !== entry.message.from} />
      ))}
      {dots && (busy || !isOver(status)) && (
        <div class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
}
