import type { ServerProcess } from '../processes/server-process.ts';
import type { ChatSession } from './chat-job.ts';

const sideBySide = 8;

/** Opens conversations, each from an address of its own: a server counts by addresses. */
export async function openSessions(server: ServerProcess, chatbotId: string, count: number): Promise<ChatSession[]> {
  const opened: ChatSession[] = [];
  const numbers = Array.from({ length: count }, (_, number) => number).values();
  const openSome = async (): Promise<void> => {
    for (const number of numbers) opened.push(await openSession(server, chatbotId, number));
  };
  await Promise.all(Array.from({ length: sideBySide }, openSome));
  return opened;
}

async function openSession({ url }: ServerProcess, chatbotId: string, number: number): Promise<ChatSession> {
  const response = await fetch(new URL(`/api/v1/chat/${chatbotId}/sessions`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.18.${number >> 8}.${number & 255}` },
    body: '{}',
  });
  if (response.status !== 201) throw new Error(`a session answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as ChatSession;
}
