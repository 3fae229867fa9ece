import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { answerFault } from './check-answer.ts';
import type { LoadJob, LoadReport, Traffic } from './job.ts';
import { LatencyLog } from './latency-log.ts';
import { ResponseParser } from './response-parser.ts';

/** Answers between two whose body is read in full; the status is checked on every one. */
const bodyCheckInterval = 64;
/** How long an answer may take once the time of the run is up. */
const graceMilliseconds = 15_000;

/**
 * Loads a server over keep-alive connections, each with one request in flight, for a fixed time.
 *
 * @throws Error at the first answer that is wrong, connection that breaks, or answer that never comes.
 */
export async function runLoad({ traffic, connections, seconds }: LoadJob): Promise<LoadReport> {
  const requests = traffic.bodies.map(body => encodeRequest(traffic, body));
  const latencies = new LatencyLog();
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(traffic)));

  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const deadline = start + seconds * 1000;
  let turn = 0;
  const nextRequest = (): Buffer => {
    const request = requests[turn++ % requests.length];
    if (request === undefined) throw new Error('a load needs at least one request');
    return request;
  };
  const overdue = AbortSignal.timeout(seconds * 1000 + graceMilliseconds);
  try {
    const drives = sockets.map(socket => drive({ socket, deadline, nextRequest, latencies, traffic, overdue }));
    await Promise.all(drives);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
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
  readonly socket: Socket;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  readonly nextRequest: () => Buffer;
  readonly latencies: LatencyLog;
  readonly traffic: Traffic;
  readonly overdue: AbortSignal;
}

/** Sends, waits for the answer and sends again until the deadline; one promise for the whole connection. */
function drive({ socket, deadline, nextRequest, latencies, traffic, overdue }: Drive): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = new ResponseParser();
    let answers = 0;
    let sentAt = 0;
    const send = (): void => {
      sentAt = performance.now();
      socket.write(nextRequest());
    };
    socket.on('data', delivered => {
      try {
        const answer = parser.push(delivered);
        if (answer === undefined) return;
        const now = performance.now();
        if (answer.status !== 200 || answers++ % bodyCheckInterval === 0) {
          const fault = answerFault(answer, traffic.contains);
          if (fault !== undefined) throw new Error(`wrong answer: ${fault}`);
        }
        if (now > deadline) return resolve();
        latencies.record(now - sentAt);
        send();
      } catch (error) {
        reject(error);
      }
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    overdue.addEventListener('abort', () => reject(new Error('an answer did not come in time')));
    send();
  });
}

function open({ host, port }: Traffic): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

function encodeRequest({ host, port, path, headers }: Traffic, body: string): Buffer {
  const lines = [`POST ${path} HTTP/1.1`, `Host: ${host}:${port}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  lines.push(`Content-Length: ${Buffer.byteLength(body)}`, '', body);
  return Buffer.from(lines.join('\r\n'));
}
