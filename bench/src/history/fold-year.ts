import { setTimeout as delay } from 'node:timers/promises';
import { openSessions } from '../chat/open-sessions.ts';
import type { HistoryHost, LiveChatbot } from './history-host.ts';

/** Counting starts so many seconds after the first event. */
const pause = 5;
const mostSeconds = 1_800;

/**
 * Lets the product count what a chatbot had before: a visitor opens a conversation, the first that it hears of. Resolves
 * to the seconds that the counting took, once all is counted.
 */
export async function foldYear(host: HistoryHost, chatbot: LiveChatbot): Promise<number> {
  await openSessions(host.server, chatbot.id, 1);
  const opened = performance.now();
  for (let isMarked = false; ; await delay(100)) {
    const stale = await staleQuarters(host);
    const seconds = (performance.now() - opened) / 1000;
    if (isMarked && stale === 0) return seconds - pause;
    if (seconds > mostSeconds) throw new Error(`${stale} quarters were not counted within ${mostSeconds} s`);
    isMarked ||= stale > 0;
  }
}

function staleQuarters({ client, inWorkspace }: HistoryHost): Promise<number> {
  return inWorkspace(async () => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from stale_quarters');
    return rows[0]?.count ?? 0;
  });
}
