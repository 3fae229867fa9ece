import { once } from 'node:events';
import { connect } from 'node:net';
import type { LoadReport } from '../load/job.ts';
import { LatencyLog } from '../load/latency-log.ts';
import { type HttpAnswer, ResponseParser } from '../load/response-parser.ts';
import type { ChatJob, ChatSession } from './chat-job.ts';

/** How long an answer may take once the time of the run is up. */
const graceMilliseconds = 15_000;

/**
 * Visitors who answer as soon as they are asked, over keep-alive connections, for a fixed time.
 *
 * @throws Error at the first answer that is wrong or never comes, and when the sessions do not last
 */
export async function runChatLoad(job: ChatJob): Promise<LoadReport> {
  const { connections, seconds } = job;
  const latencies = new LatencyLog();
  const left = job.sessions.values();
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const deadline = start + seconds * 1000;
  const overdue = AbortSignal.timeout(seconds * 1000 + graceMilliseconds);
  await Promise.all(Array.from({ length: connections }, () => drive({ job, left, latencies, deadline, overdue })));
  if (latencies.count === 0) throw new Error(`no answer came within ${seconds} s`);
  const cpu = process.cpuUsage(cpuBefore);
  return {
    answers: latencies.count,
    perSecond: latencies.count / seconds,
    ...latencies.percentiles(),
    generatorShare: (cpu.user + cpu.system) / 1000 / (performance.now() - start),
  };
}

interface Drive {
  readonly job: ChatJob;
  readonly left: Iterator<ChatSession>;
  readonly latencies: LatencyLog;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  readonly overdue: AbortSignal;
}

/** One connection, with one conversation after the other. */
async function drive({ job, left, latencies, deadline, overdue }: Drive): Promise<void> {
  const exchange = await open(job, overdue);
  try {
    for (;;) {
      const next = left.next();
      if (next.done === true) throw new Error('the sessions did not last: more have to be opened');
      for (let turn = 1; turn <= job.turnsPerSession; turn++) {
        const sentAt = performance.now();
        const { status, body } = await exchange.send(encodeMessage(job, next.value, turn));
        const now = performance.now();
        if (status !== 200 || !body.includes(job.contains)) throw new Error(`wrong answer: ${status} ${body}`);
        if (now > deadline) return;
        latencies.record(now - sentAt);
      }
    }
  } finally {
    exchange.close();
  }
}

interface Exchange {
  readonly send: (request: Buffer) => Promise<HttpAnswer>;
  readonly close: () => void;
}

async function open({ host, port }: ChatJob, overdue: AbortSignal): Promise<Exchange> {
  const socket = connect({ host, port, noDelay: true });
  const parser = new ResponseParser();
  let waiting: PromiseWithResolvers<HttpAnswer> | undefined;
  const fail = (error: Error): void => waiting?.reject(error);
  await once(socket, 'connect');
  socket.on('data', delivered => {
    try {
      const answer = parser.push(delivered);
      if (answer !== undefined) waiting?.resolve(answer);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
  socket.on('error', fail).on('close', () => fail(new Error('the server closed the connection')));
  overdue.addEventListener('abort', () => fail(new Error('an answer did not come in time')));
  return {
    send(request) {
      waiting = Promise.withResolvers();
      socket.write(request);
      return waiting.promise;
    },
    close: () => socket.destroy(),
  };
}

function encodeMessage({ host, port }: ChatJob, { sessionId, token }: ChatSession, turn: number): Buffer {
  const body = JSON.stringify({ clientMessageId: `message-${turn}`, text: `Wish number ${turn}, please.` });
  const lines = [
    `POST /api/v1/chat/sessions/${sessionId}/messages HTTP/1.1`,
    `Host: ${host}:${port}`,
    'Content-Type: application/json',
    `Authorization: Bearer ${token}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from([...lines, '', body].join('\r\n'));
}
