import { carryOut, type Effect, type EffectPorts, type EffectResult } from '@conferbot/flow-engine';
import type { CallContext, SecretBox, SystemContext } from '@conferbot/plugin';
import { isQuestionWork, type OutsideWork, type QuestionWork } from '../answers/question-work.ts';
import { settleQuestion } from '../answers/settle-question.ts';
import { unworded, wordAnswer } from '../answers/word-answer.ts';
import { failed } from '../effects/failure.ts';
import type { AnswerQuestion } from '../options.ts';
import { type ClaimedEffect, postponeEffect, settleEffect } from './effect-store.ts';
import { takeFlowTurn } from './flow-turn.ts';
import type { FlowVersions } from './flow-versions.ts';
import { extendReply } from './reply-store.ts';
import type { Session } from './session-tokens.ts';
import { Thread } from './thread.ts';
import { lockThreadRow } from './thread-row.ts';
import type { Watchers } from './watchers.ts';
import { outsideWork } from './write-effects.ts';
import { writeThread } from './write-thread.ts';

export interface CarrierDeps {
  readonly secrets: SecretBox;
  readonly versions: FlowVersions;
  readonly watchers: Watchers;
  readonly ports: Omit<EffectPorts, 'now'>;
  readonly answers?: AnswerQuestion;
}

/** What came of work outside. */
interface Outcome {
  readonly result: EffectResult;
  /** Moves the conversation on by it; false where nothing waits for it any more. */
  readonly move: (ctx: CallContext, thread: Thread) => Promise<boolean>;
}

/** An effect is begun so often at most. */
const mostAttempts = 4;
/** Minutes before the second, third and fourth attempt. */
const pauses = [1, 10, 60];
const givenUp = 'It was given up.';

/**
 * Does what flows and questions ask to be done outside, never inside a transaction, and takes the turns that the
 * results lead to. What a process leaves undone because it dies, another one takes over when its lease has run out.
 */
export class EffectCarrier {
  readonly #deps: CarrierDeps;
  readonly #running = new Map<string, Promise<void>>();

  constructor(deps: CarrierDeps) {
    this.#deps = deps;
  }

  /** Ends when the flow no longer waits for what this process does; undefined when it does nothing. */
  running(conversationId: string): Promise<void> | undefined {
    return this.#running.get(conversationId);
  }

  /** Carries out what was claimed in a transaction that is committed. Ends when the flow waits for none of it. Never rejects. */
  start(system: SystemContext, session: Session, claimed: readonly ClaimedEffect[]): Promise<void> {
    for (const one of claimed.filter(({ effect }) => !effect.awaited)) void this.#carry(system, session, one);
    const awaited = claimed.filter(({ effect }) => effect.awaited);
    if (awaited.length === 0) return Promise.resolve();
    const { conversationId } = session;
    const before = this.#running.get(conversationId) ?? Promise.resolve();
    const running = before
      .then(() => this.#follow(system, session, awaited))
      .finally(() => {
        if (this.#running.get(conversationId) === running) this.#running.delete(conversationId);
      });
    this.#running.set(conversationId, running);
    return running;
  }

  /** One awaited effect leads to the next turn, which may ask for another one. */
  async #follow(system: SystemContext, session: Session, awaited: readonly ClaimedEffect[]): Promise<void> {
    const left = [...awaited];
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      for (const further of await this.#carry(system, session, next)) {
        if (further.effect.awaited) left.push(further);
        else void this.#carry(system, session, further);
      }
    }
  }

  async #carry(system: SystemContext, session: Session, claimed: ClaimedEffect): Promise<ClaimedEffect[]> {
    const { workspaceId, conversationId } = session;
    const { effect } = claimed;
    try {
      const outcome = await this.#outcomeOf(system, conversationId, claimed);
      const next = await system.inWorkspace(workspaceId, ctx => this.#settle(ctx, conversationId, claimed, outcome));
      this.#deps.watchers.tell(conversationId);
      return next;
    } catch (error) {
      system.logger.warn({ err: error, conversationId, effect: effect.id }, 'the result of an effect is not kept yet');
      return [];
    }
  }

  /** A conversation must not hang on work during which processes die, or whose result cannot be kept. */
  #outcomeOf(system: SystemContext, conversationId: string, { effect, attempts }: ClaimedEffect): Promise<Outcome> {
    const isGivenUp = attempts > mostAttempts;
    return isQuestionWork(effect)
      ? this.#answer(system, effect, isGivenUp)
      : this.#carryOut(system, conversationId, effect, isGivenUp);
  }

  async #carryOut(system: SystemContext, conversationId: string, effect: Effect, isGivenUp: boolean): Promise<Outcome> {
    const { ports, versions } = this.#deps;
    const named = { ...effect, id: `${conversationId}/${effect.id}` };
    const result = isGivenUp
      ? failed('failed', givenUp)
      : await carryOut(named, { ...ports, now: () => system.now().getTime() });
    return {
      result,
      async move(ctx, thread) {
        const turn = await takeFlowTurn(ctx, versions, thread, { kind: 'effect', id: effect.id, result });
        return turn.ignored === undefined;
      },
    };
  }

  async #answer(system: SystemContext, { id, request }: QuestionWork, isGivenUp: boolean): Promise<Outcome> {
    const { answers, versions } = this.#deps;
    const { answer, result } = isGivenUp ? unworded('failed', givenUp) : await wordAnswer(answers, request.prepared);
    if (!result.ok) system.logger.warn({ effect: id, error: result.error }, 'an answer could not be worded');
    return {
      result,
      async move(ctx, thread) {
        if (thread.answering.pending !== id) return false;
        await settleQuestion(ctx, versions, thread, { request, answer, isNoted: !isGivenUp });
        return true;
      },
    };
  }

  async #settle(
    ctx: CallContext,
    conversationId: string,
    { effect, attempts, clientMessageId }: ClaimedEffect,
    { result, move }: Outcome,
  ): Promise<ClaimedEffect[]> {
    const row = await lockThreadRow(ctx, conversationId);
    if (row === undefined) return [];
    if (isWorthAnotherTry(effect, result, attempts)) {
      const dueAt = new Date(ctx.now().getTime() + (pauses[attempts - 1] ?? 60) * 60_000);
      await postponeEffect(ctx, conversationId, effect.id, dueAt);
      return [];
    }
    const settled = await settleEffect(ctx, conversationId, effect.id, result);
    if (!settled || !effect.awaited) return [];
    const thread = new Thread(row, ctx.now());
    if (!(await move(ctx, thread))) return [];
    await writeThread(ctx, thread, { secrets: this.#deps.secrets, claims: true, clientMessageId });
    if (clientMessageId !== null) await extendReply(ctx, thread, clientMessageId);
    return claimedIn(thread, clientMessageId);
  }
}

/** What a turn asked for and this process claimed with it. */
export function claimedIn(thread: Thread, clientMessageId: string | null): ClaimedEffect[] {
  return outsideWork(thread).map(effect => ({ effect, attempts: 1, clientMessageId }));
}

function isWorthAnotherTry({ awaited }: OutsideWork, result: EffectResult, attempts: number): boolean {
  if (awaited || result.ok || attempts >= mostAttempts) return false;
  return result.error.kind !== 'not_configured' && result.error.kind !== 'blocked';
}
