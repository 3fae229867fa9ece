import { setTimeout as delay } from 'node:timers/promises';
import type { Egress } from '@conferbot/egress';
import type { SystemContext } from '@conferbot/plugin';
import { makeAttempt } from './attempt.ts';
import { type Claim, type ClaimRules, claimDeliveries } from './claim.ts';
import { settleAttempt } from './settle.ts';
import { Slots } from './slots.ts';

export interface CourierDeps extends ClaimRules {
  readonly egress: Egress;
  readonly random: () => number;
  readonly concurrency: number;
}

interface Alarm {
  readonly workspace_id: string;
  readonly webhook_id: string;
}

const alarmsAtOnce = 100;
const claimsSideBySide = 4;
const mostPerClaim = 5;
/** A webhook whose deliveries cannot be taken is left alone for so long. */
const restMs = 60_000;
/** How long one run of the job stays while attempts are under way, looking for more each second. */
const stayMs = 8000;
const lookAgainMs = 1000;

/**
 * Makes the attempts of one process. What it takes, it holds by a lease: when the process dies, another one takes
 * over. No transaction is open while an endpoint answers.
 */
export class Courier {
  readonly #deps: CourierDeps;
  readonly #slots: Slots;
  readonly #underWay = new Set<Promise<void>>();
  readonly #resting = new Map<string, number>();
  /** Of the latest run of the job: what is woken in between works with it. */
  #system: SystemContext | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;

  constructor(deps: CourierDeps) {
    this.#deps = deps;
    this.#slots = new Slots(deps.concurrency);
  }

  /** Looks for what is due now, not at the next run of the job. Until the first run it does nothing. */
  wake(): void {
    const system = this.#system;
    if (system === undefined || isStopping(system)) return;
    this.#look(system).catch((error: unknown) =>
      system.logger.error({ err: error }, 'the courier could not look for deliveries'),
    );
  }

  /** One run of the job. When the process stops, it takes nothing more, and waits for what is under way. */
  async run(system: SystemContext): Promise<void> {
    this.#system = system;
    const end = performance.now() + stayMs;
    do {
      if (!isStopping(system)) await this.#look(system);
      await this.#settled(lookAgainMs);
    } while (this.#isBusy && (isStopping(system) || performance.now() < end));
  }

  get #isBusy(): boolean {
    return this.#underWay.size > 0 || this.#looking !== undefined;
  }

  /** Waits until nothing is under way, for so long at most. */
  async #settled(ms: number): Promise<void> {
    if (!this.#isBusy) return;
    const settled = new AbortController();
    const all = this.#allSettled().then(() => settled.abort());
    await Promise.race([all, delay(ms, undefined, { signal: settled.signal }).catch(() => undefined)]);
    settled.abort();
  }

  async #allSettled(): Promise<void> {
    while (this.#isBusy) {
      await this.#looking?.catch(() => undefined);
      await Promise.all(this.#underWay);
    }
  }

  /** One look at a time; a call during it makes it look once more. */
  #look(system: SystemContext): Promise<void> {
    if (this.#looking !== undefined) {
      this.#lookAgain = true;
      return this.#looking;
    }
    this.#looking = (async () => {
      do {
        this.#lookAgain = false;
        await this.#takeDue(system);
      } while (this.#lookAgain && !isStopping(system));
    })().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #takeDue(system: SystemContext): Promise<void> {
    for (let taken = 1; taken > 0 && this.#slots.free > 0 && !isStopping(system); ) {
      taken = 0;
      const left = (await this.#dueAlarms(system)).values();
      const takeSome = async (): Promise<void> => {
        for (const alarm of left) {
          if (isStopping(system)) return;
          const begun = await this.#take(system, alarm);
          taken += begun;
        }
      };
      await Promise.all(Array.from({ length: claimsSideBySide }, takeSome));
    }
  }

  #dueAlarms(system: SystemContext): Promise<Alarm[]> {
    const now = system.now();
    for (const [id, until] of this.#resting) if (until <= now.getTime()) this.#resting.delete(id);
    return system.sql<Alarm>`
      select workspace_id, webhook_id from webhook_alarms
      where kind = 'deliver' and due_at <= ${now} and workspace_id <> all(${this.#slots.full}::uuid[])
        and webhook_id <> all(${[...this.#resting.keys()]}::uuid[])
      order by due_at limit ${alarmsAtOnce}`;
  }

  /** @returns how many attempts it began */
  async #take(system: SystemContext, { workspace_id: workspaceId, webhook_id: webhookId }: Alarm): Promise<number> {
    const room = this.#slots.take(workspaceId, mostPerClaim);
    if (room === 0) return 0;
    let claims: readonly Claim[] = [];
    try {
      claims = await system.inWorkspace(workspaceId, ctx => claimDeliveries(ctx, webhookId, room, this.#deps));
    } catch (error) {
      // One that fails again and again must not stand before all others.
      this.#resting.set(webhookId, system.now().getTime() + restMs);
      system.logger.error({ err: error, webhookId }, 'the deliveries of a webhook could not be taken');
    }
    this.#slots.give(workspaceId, room - claims.length);
    for (const claim of claims) this.#begin(system, workspaceId, claim);
    return claims.length;
  }

  #begin(system: SystemContext, workspaceId: string, claim: Claim): void {
    const work = this.#deliver(system, workspaceId, claim).finally(() => {
      this.#slots.give(workspaceId, 1);
      this.#underWay.delete(work);
      this.wake();
    });
    this.#underWay.add(work);
  }

  /** Never rejects. What cannot be kept is made again when the lease has run out. */
  async #deliver(system: SystemContext, workspaceId: string, claim: Claim): Promise<void> {
    try {
      const outcome = await makeAttempt(this.#deps.egress, claim, system.now());
      await system.inWorkspace(workspaceId, ctx => settleAttempt(ctx, claim, outcome, this.#deps.random()));
    } catch (error) {
      const { deliveryId, number } = claim;
      system.logger.error({ err: error, deliveryId, attempt: number }, 'the result of an attempt is not kept yet');
    }
  }
}

/** The signal of a run is also aborted when the time of that run is up, which is no reason to stop. */
function isStopping({ signal }: SystemContext): boolean {
  return signal.aborted && (signal.reason as { readonly name?: unknown } | undefined)?.name !== 'TimeoutError';
}
