import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Answer, readAnswer } from './answer.ts';
import type { Connections } from './connections.ts';
import type { Deadline } from './deadline.ts';
import { EgressError } from './egress-error.ts';
import { failureOf } from './failure.ts';
import type { Message } from './message.ts';
import type { Target } from './target.ts';

/** One request to one checked address. */
export interface Dial {
  readonly target: Target;
  readonly address: string;
  readonly message: Message;
  readonly connections: Connections;
  readonly connectTimeoutMs: number;
}

const maxHeaderSize = 16 * 1024;
const maxInterimAnswers = 8;

/** Sends the request once; again, over a new connection, if a kept one turns out to be closed and that is allowed. */
export async function exchange(dial: Dial, deadline: Deadline): Promise<Answer> {
  const request = open(dial, false);
  try {
    return await converse(request, dial, deadline);
  } catch (error) {
    const stale = request.reusedSocket && deadline.phase === 'answer' && (error as EgressError).kind === 'reset';
    if (!stale || !dial.message.idempotent) throw error;
    return converse(open(dial, true), dial, deadline);
  }
}

function open({ target, address, message, connections }: Dial, fresh: boolean): ClientRequest {
  return (target.secure ? httpsRequest : httpRequest)({
    ...connections.optionsFor(target, address, fresh),
    method: message.method,
    path: target.path,
    headers: { host: target.authority, ...message.headers },
    setHost: false,
    maxHeaderSize,
    insecureHTTPParser: false,
  });
}

function converse(request: ClientRequest, dial: Dial, deadline: Deadline): Promise<Answer> {
  const { signal } = deadline;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const fail = (error: unknown) => reject(failureOf(error, deadline.phase, dial.target));
  const onAbort = () => fail(signal.reason);
  request.on('error', fail);
  signal.addEventListener('abort', onAbort);
  watchConnection(request, dial, deadline, fail);
  refuseOddAnswers(request, dial.target, fail);
  // Listeners must be on the answer before this turn ends: what follows its header may already be wrong.
  request.once('response', incoming => {
    deadline.phase = 'body';
    readAnswer(incoming, dial.message.maxResponseBytes).then(resolve, fail);
  });
  if (signal.aborted) onAbort();
  else request.end(dial.message.body);
  return promise.finally(() => {
    signal.removeEventListener('abort', onAbort);
    // Ends whatever is not over; a connection that was given back is not touched.
    request.destroy();
  });
}

function watchConnection(request: ClientRequest, dial: Dial, deadline: Deadline, fail: (error: Error) => void): void {
  const { connectTimeoutMs, target } = dial;
  deadline.phase = 'connect';
  request.once('socket', socket => {
    if (!socket.connecting) {
      deadline.phase = 'answer';
      return;
    }
    const timer = setTimeout(() => {
      fail(new EgressError('connect', `${target.host} accepted no connection on port ${target.port}.`));
    }, connectTimeoutMs);
    socket.once('close', () => clearTimeout(timer));
    socket.once('connect', () => {
      clearTimeout(timer);
      deadline.phase = target.secure ? 'tls' : 'answer';
    });
    if (target.secure) socket.once('secureConnect', () => (deadline.phase = 'answer'));
  });
}

/** An upgrade nobody asked for, and interim answers without end. */
function refuseOddAnswers(request: ClientRequest, { host }: Target, fail: (error: Error) => void): void {
  let interim = 0;
  const refuse = () => fail(new EgressError('protocol', `${host} did not answer in valid HTTP.`));
  request.once('upgrade', (_, socket) => {
    // It is no longer the request's, so nothing else would end it.
    socket.destroy();
    refuse();
  });
  request.on('information', () => {
    interim += 1;
    if (interim > maxInterimAnswers) refuse();
  });
}
