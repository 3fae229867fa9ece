import type { VNode } from 'preact';
import { isOver } from '../chat-message.ts';
import { useChat, useStore } from './chat-context.ts';

/** How things stand, in a sentence that is read out when it changes. */
export function Notice(): VNode {
  const { session, texts } = useChat();
  const { phase, online, status, input, problem } = useStore(session.store);
  const notice =
    phase === 'unavailable'
      ? problem || texts.unavailable
      : !online
        ? texts.offline
        : phase === 'starting'
          ? texts.connecting
          : problem !== undefined
            ? problem || texts.failed
            : isOver(status) && input === null
              ? texts.over
              : status === 'waiting_human'
                ? texts.waitingForPerson
                : '';
  return (
    <p class="notice" role="status">
      {notice}
    </p>
  );
}
