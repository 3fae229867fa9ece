import type { PublicContext, Route } from '@conferbot/plugin';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import type { Session } from '../runtime/session-tokens.ts';
import type { Watchers } from '../runtime/watchers.ts';
import { ChatRefusal } from './chat-refusal.ts';
import { chatRoute } from './chat-route.ts';
import { messageJson } from './message-json.ts';
import { seqOf } from './seq-of.ts';
import { readSession, type SessionView } from './session-view.ts';
import { visitorSession } from './visitor-session.ts';

/** Of one conversation in one process: more tabs than anybody has open. */
const mostStreams = 5;
/** Other processes write too: this is how soon their messages are seen. */
const pollMs = 2_000;
const heartbeatMs = 15_000;

/** Server-sent events: `message` (its id is the sequence number), `status`, `typing`. Catches up from where it broke off. */
export function watchSession(deps: ChatDeps): Route {
  return chatRoute({ method: 'GET', path: '/api/v1/chat/sessions/{sessionId}/events' }, async call => {
    const session = visitorSession(call, deps);
    const { request, system } = call;
    const lastEventId = request.headers.get('last-event-id');
    const after =
      lastEventId === null
        ? seqOf(new URL(request.url).searchParams.get('after'), 'after')
        : seqOf(lastEventId, 'last-event-id');
    if (deps.watchers.count(session.conversationId) >= mostStreams) {
      throw new ChatRefusal(429, 'Too many streams of this conversation are open.', { 'retry-after': '15' });
    }
    const events = new SessionEvents(deps.watchers, system, session, after);
    const first = await events.read();
    const stream = new ReadableStream<Uint8Array>({
      start: controller => events.start(controller, first),
      cancel: () => events.stop(),
    });
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
    });
  });
}

/** One stream. It reads when it is told that something was written, and every now and then. */
class SessionEvents {
  readonly #watchers: Watchers;
  readonly #system: PublicContext;
  readonly #session: Session;
  readonly #encoder = new TextEncoder();
  #after: number;
  #said = '';
  #typing: SessionView['typing'] = null;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #unwatch: (() => void) | undefined;
  #poll: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #reading = false;
  #again = false;

  constructor(watchers: Watchers, system: PublicContext, session: Session, after: number) {
    this.#watchers = watchers;
    this.#system = system;
    this.#session = session;
    this.#after = after;
  }

  read(): Promise<SessionView> {
    const { workspaceId, conversationId } = this.#session;
    return this.#system.inWorkspace(workspaceId, ctx => readSession(ctx, conversationId, this.#after));
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>, first: SessionView): void {
    this.#controller = controller;
    this.#unwatch = this.#watchers.watch(this.#session.conversationId, () => void this.#look());
    this.#poll = setInterval(() => void this.#look(), pollMs).unref();
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), heartbeatMs).unref();
    this.#write('retry: 2000\n\n');
    this.#tell(first);
    void this.#look();
  }

  stop(): void {
    this.#controller = undefined;
    this.#unwatch?.();
    clearInterval(this.#poll);
    clearInterval(this.#heartbeat);
  }

  /** One read at a time; what is written meanwhile is read next. */
  async #look(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#again && this.#controller !== undefined) {
        this.#again = false;
        this.#tell(await this.read());
      }
    } catch (error) {
      // The visitor's browser comes back, and gets the reason as an answer.
      this.#system.logger.debug({ err: error }, 'a stream of events broke off');
      this.#close();
    } finally {
      this.#reading = false;
    }
  }

  #tell(view: SessionView): void {
    for (const message of view.messages) {
      this.#after = message.seq;
      this.#send('message', messageJson(message), message.seq);
    }
    if (this.#after < view.lastSeq) {
      this.#again = true;
      return;
    }
    const said = JSON.stringify({ status: view.status, input: view.input });
    if (said !== this.#said) this.#send('status', { status: view.status, input: view.input, seq: view.lastSeq });
    this.#said = said;
    if (view.typing !== this.#typing) {
      const from = view.typing ?? this.#typing;
      this.#send('typing', { from, typing: view.typing !== null });
      this.#typing = view.typing;
    }
  }

  #send(event: string, data: object, id?: number): void {
    const named = id === undefined ? '' : `id: ${id}\n`;
    this.#write(`${named}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    this.#controller?.enqueue(this.#encoder.encode(text));
  }

  #close(): void {
    const controller = this.#controller;
    this.stop();
    controller?.close();
  }
}
