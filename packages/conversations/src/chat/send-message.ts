import { setTimeout as sleep } from 'node:timers/promises';
import { type CallContext, Fault, type PublicContext, type Route } from '@conferbot/plugin';
import { hearMessage, isHeardAfterEnd } from '../answers/hear-message.ts';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { claimedIn } from '../runtime/effect-carrier.ts';
import type { ClaimedEffect } from '../runtime/effect-store.ts';
import { ended } from '../runtime/ended.ts';
import { type ChatReply, keepReply, knownDigest, readReply, replyOf } from '../runtime/reply-store.ts';
import type { Session } from '../runtime/session-tokens.ts';
import { Thread } from '../runtime/thread.ts';
import { lockThreadRow } from '../runtime/thread-row.ts';
import { writeThread } from '../runtime/write-thread.ts';
import { chatRoute } from './chat-route.ts';
import { findFiles, markSent } from './file-store.ts';
import { digestOf, filesOf, type MessageBody, messageBody, replyOfBody, saidBy, wordsOf } from './message-body.ts';
import { replyJson } from './message-json.ts';
import { RateLimit } from './rate-limit.ts';
import { readJson } from './read-json.ts';
import { gone } from './session-view.ts';
import { settled } from './settled.ts';
import { visitorSession } from './visitor-session.ts';

const perMinute = 60;
/** How long a message waits for the turn before it to end. */
const patienceMs = 30_000;

/** A visitor says something, and hears what the bot says to it. */
export function sendMessage(deps: ChatDeps): Route {
  const limit = new RateLimit(perMinute);
  return chatRoute({ method: 'POST', path: '/api/v1/chat/sessions/{sessionId}/messages' }, async call => {
    const { request, system } = call;
    const session = visitorSession(call, deps);
    limit.take(session.conversationId, system.now().getTime());
    const body = await readJson(request, messageBody);
    return Response.json(replyJson(await answer(deps, system, session, { body, base: request.url })));
  });
}

interface Sent {
  readonly body: MessageBody;
  /** An address of this server, as the visitor knows it. */
  readonly base: string;
}

type Outcome =
  | { readonly kind: 'taken'; readonly reply: ChatReply; readonly claimed: readonly ClaimedEffect[] }
  /** It was taken before; its answer may still grow. */
  | { readonly kind: 'known'; readonly grows: boolean }
  /** Something is done outside for an earlier message. */
  | { readonly kind: 'busy' };

async function answer(deps: ChatDeps, system: PublicContext, session: Session, sent: Sent): Promise<ChatReply> {
  const { workspaceId, conversationId } = session;
  const until = performance.now() + patienceMs;
  const outcome = await whenFree(deps, conversationId, until, () =>
    system.inWorkspace(workspaceId, ctx => take(ctx, deps, session, sent)),
  );
  deps.watchers.tell(conversationId);
  if (outcome.kind === 'taken') {
    if (outcome.claimed.every(({ effect }) => !effect.awaited)) {
      void deps.carrier.start(system, session, outcome.claimed);
      return outcome.reply;
    }
    await settled(deps.carrier.start(system, session, outcome.claimed), until - performance.now());
  } else if (outcome.grows) {
    await settled(deps.carrier.running(conversationId) ?? Promise.resolve(), until - performance.now());
  }
  const { clientMessageId } = sent.body;
  const reply = await system.inWorkspace(workspaceId, ctx => readReply(ctx, conversationId, clientMessageId));
  if (reply === undefined) throw gone();
  return reply;
}

/** One turn at a time: a message that comes during another one's turn waits for its end. */
async function whenFree(
  { carrier }: ChatDeps,
  conversationId: string,
  until: number,
  attempt: () => Promise<Outcome>,
): Promise<Exclude<Outcome, { kind: 'busy' }>> {
  for (;;) {
    const outcome = await attempt();
    if (outcome.kind !== 'busy') return outcome;
    const left = until - performance.now();
    if (left <= 0) {
      throw new Fault('conflict', 'The bot is still working on an earlier message.', {
        fix: 'Send the same message again in a few seconds.',
      });
    }
    await settled(carrier.running(conversationId) ?? sleep(Math.min(left, 500)), left);
  }
}

async function take(ctx: CallContext, deps: ChatDeps, session: Session, { body, base }: Sent): Promise<Outcome> {
  const { conversationId } = session;
  const { clientMessageId } = body;
  const row = await lockThreadRow(ctx, conversationId);
  if (row === undefined) throw gone();
  const digest = digestOf(body);
  const known = await knownDigest(ctx, conversationId, clientMessageId);
  if (known === digest) return { kind: 'known', grows: new Thread(row, ctx.now()).isBusy };
  if (known !== undefined) {
    throw new Fault('conflict', `Another message was sent as clientMessageId ${clientMessageId}.`);
  }
  const thread = new Thread(row, ctx.now());
  if (thread.isBusy) return { kind: 'busy' };
  const words = wordsOf(body);
  if (thread.hasEnded && !(await isHeardAfterEnd(ctx, thread, words))) throw ended(row.status);
  const files = await findFiles(ctx, conversationId, filesOf(body), id =>
    fileAddress(deps, { workspaceId: session.workspaceId, fileId: id }, base),
  );
  await markSent(
    ctx,
    files.map(({ id }) => id),
  );
  thread.say({ ...saidBy(body, files, thread), clientMessageId });
  await hearMessage(ctx, deps.versions, thread, { reply: replyOfBody(body, files), words });
  await writeThread(ctx, thread, { secrets: deps.secrets, claims: true, clientMessageId });
  await keepReply(ctx, thread, { clientMessageId, digest });
  return { kind: 'taken', reply: replyOf(thread), claimed: claimedIn(thread, clientMessageId) };
}

function fileAddress(
  { fileTokens }: ChatDeps,
  place: { readonly workspaceId: string; readonly fileId: string },
  base: string,
): string {
  return new URL(`/api/v1/chat/files/${fileTokens.issue(place)}`, base).href;
}
