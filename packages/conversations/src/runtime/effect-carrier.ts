import { carryOut, type Effect, type EffectPorts, type EffectResult } from '@conferbot/flow-engine';
import type { CallContext, SecretBox, SystemContext } from '@conferbot/plugin';
import { type ClaimedEffect, postponeEffect, settleEffect } from './effect-store.ts';
import { takeFlowTurn } from './flow-turn.ts';
import type { FlowVersions } from './flow-versions.ts';
import { extendReply } from './reply-store.ts';
import type { Session } from './session-tokens.ts';
import { Thread } from './thread.ts';
import { lockThreadRow } from './thread-row.ts';
import type { Watchers } from './watchers.ts';
import { isOutside } from './write-effects.ts';
import { writeThread } from './write-thread.ts';

export interface CarrierDeps {
  readonly secrets: SecretBox;
  readonly versions: FlowVersions;
  readonly watchers: Watchers;
  readonly ports: Omit<EffectPorts, 'now'>;
}

/** An effect is begun so often at most. */
const mostAttempts = 4;
/** Minutes before the second, third and fourth attempt. */
const pauses = [1, 10, 60];

/**
 * Does what flows ask to be done outside, never inside a transaction, and takes the turns that the results lead to.
 * What a process leaves undone because it dies, another one takes over when its lease has run out.
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
      const result = await this.#resultOf(system, conversationId, claimed);
      const next = await system.inWorkspace(workspaceId, ctx => this.#settle(ctx, conversationId, claimed, result));
      this.#deps.watchers.tell(conversationId);
      return next;
    } catch (error) {
      system.logger.warn({ err: error, conversationId, effect: effect.id }, 'the result of an effect is not kept yet');
      return [];
    }
  }

  /** A flow must not hang on work during which processes die, or whose result cannot be kept. */
  async #resultOf(
    system: SystemContext,
    conversationId: string,
    { effect, attempts }: ClaimedEffect,
  ): Promise<EffectResult> {
    if (attempts > mostAttempts) return { ok: false, error: { kind: 'failed', message: 'It was given up.' } };
    const named = { ...effect, id: `${conversationId}/${effect.id}` };
    return carryOut(named, { ...this.#deps.ports, now: () => system.now().getTime() });
  }

  async #settle(
    ctx: CallContext,
    conversationId: string,
    { effect, attempts, clientMessageId }: ClaimedEffect,
    result: EffectResult,
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
    const turn = await takeFlowTurn(ctx, this.#deps.versions, thread, { kind: 'effect', id: effect.id, result });
    if (turn.ignored !== undefined) return [];
    await writeThread(ctx, thread, { secrets: this.#deps.secrets, claims: true, clientMessageId });
    if (clientMessageId !== null) await extendReply(ctx, thread, clientMessageId);
    return claimedIn(thread, clientMessageId);
  }
}

/** What a turn asked for and this process claimed with it. */
export function claimedIn(thread: Thread, clientMessageId: string | null): ClaimedEffect[] {
  return thread.effects.filter(isOutside).map(effect => ({ effect, attempts: 1, clientMessageId }));
}

function isWorthAnotherTry({ awaited }: Effect, result: EffectResult, attempts: number): boolean {
  if (awaited || result.ok || attempts >= mostAttempts) return false;
  return result.error.kind !== 'not_configured' && result.error.kind !== 'blocked';
}
