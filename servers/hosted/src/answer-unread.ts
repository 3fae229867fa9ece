import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { JsonParts } from '@conferbot/runtime';

/** Milliseconds that a client has to read an answer that came before it had sent everything. */
const lingering = 1000;

/**
 * Answers a request whose body is not read to its end, and closes. Closing at once would reset the connection
 * and the client might never see the answer; reading on would let it send without bound.
 */
export function answerUnread(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: readonly string[],
  body: string | JsonParts,
): void {
  const { socket } = request;
  request.pause();
  if (response.socket !== socket || response.headersSent) {
    socket.destroy();
    return;
  }
  const head = headers.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\n${head}connection: close\r\n\r\n${[body].flat().join('')}`,
  );
  const timer = setTimeout(() => socket.destroy(), lingering);
  timer.unref();
}
