import { createHash, hkdfSync } from 'node:crypto';
import { type CallContext, createSecretBox, Fault, type SecretBox } from '@conferbot/plugin';

/** A call that its client may send again. */
export interface KeyedCall {
  readonly key: string;
  /** Method and path: `POST /chatbots`. */
  readonly operation: string;
  /** Digest of what it says beside its path. */
  readonly digest: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

export type KeyedOutcome =
  | { readonly kind: 'first' | 'replayed'; readonly answer: KeptAnswer }
  /** The key belongs to another call; `message` says what differs. */
  | { readonly kind: 'reused'; readonly message: string };

interface Kept extends KeptAnswer {
  readonly operation: string;
  readonly digest: string;
}

const keptFor = 24 * 60 * 60 * 1000;

/** Keeps the answers of calls with a key, sealed: answers may hold secrets. */
export class AnswerKeeper {
  readonly #box: SecretBox;

  constructor(secret: Uint8Array) {
    this.#box = createSecretBox(new Uint8Array(hkdfSync('sha256', secret, '', 'conferbot/kept-answers', 32)));
  }

  /**
   * Does the work of a call once for its key, in the transaction of the call: the answer is committed with what the
   * work writes, or not at all.
   */
  async once(ctx: CallContext, call: KeyedCall, work: () => Promise<KeptAnswer>): Promise<KeyedOutcome> {
    const { operation, digest } = call;
    const keyHash = createHash('sha256').update(call.key).digest('base64url');
    const place = `${ctx.workspace.id}/${keyHash}`;
    if (await claim(ctx, keyHash)) {
      const { status, body } = await work();
      const kept: Kept = { operation, digest, status, body };
      const sealed = this.#box.seal(JSON.stringify(kept), place);
      await ctx.sql`update idempotency_keys set answer = ${sealed} where key_hash = ${keyHash}`;
      return { kind: 'first', answer: { status, body } };
    }
    const kept = this.#open(await sealedAnswer(ctx, keyHash), place);
    const message = differenceOf(kept, call);
    if (message !== undefined) return { kind: 'reused', message };
    return { kind: 'replayed', answer: { status: kept.status, body: kept.body } };
  }

  #open(sealed: string, place: string): Kept {
    let text: string;
    try {
      text = this.#box.open(sealed, place);
    } catch (error) {
      throw new Fault('conflict', 'A call with this Idempotency-Key was made, but its answer can no longer be read.', {
        fix: 'Look whether that call had its effect before you make it again under a new key.',
        cause: error,
      });
    }
    return JSON.parse(text) as Kept;
  }
}

/** False when the key has an answer. A call that runs under the same key is waited for: the insert waits for its row. */
async function claim(ctx: CallContext, keyHash: string): Promise<boolean> {
  const now = ctx.now();
  const mine = await ctx.sql`
    insert into idempotency_keys (workspace_id, key_hash, expires_at)
    values (${ctx.workspace.id}, ${keyHash}, ${new Date(now.getTime() + keptFor)})
    on conflict (workspace_id, key_hash) do update set answer = null, expires_at = excluded.expires_at
    where idempotency_keys.expires_at <= ${now}
    returning key_hash`;
  return mine.length > 0;
}

async function sealedAnswer(ctx: CallContext, keyHash: string): Promise<string> {
  const [row] = await ctx.sql<{ answer: string }>`
    select answer from idempotency_keys where key_hash = ${keyHash}`;
  if (row === undefined) throw new Error('The answer of an idempotency key is gone.');
  return row.answer;
}

function differenceOf(kept: Kept, { operation, digest }: KeyedCall): string | undefined {
  if (kept.operation !== operation) {
    return `This Idempotency-Key belongs to another call: it was used for ${kept.operation}, and this is ${operation}.`;
  }
  if (kept.digest !== digest) return 'This Idempotency-Key belongs to another call: the body was different.';
  return undefined;
}
