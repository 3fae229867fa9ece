import type { Job } from '@conferbot/plugin';

const keysAtOnce = 1000;

/** Removes idempotency keys that have expired, a batch at a time. */
export const removeExpiredKeys: Job = {
  name: 'remove-expired-idempotency-keys',
  every: 3600,
  async run({ sql, now, signal }) {
    for (;;) {
      const at = now();
      // Both ask for the time: a key that is used anew meanwhile has to stay.
      const gone = await sql`
        delete from idempotency_keys where expires_at <= ${at} and (workspace_id, key_hash) in (
          select workspace_id, key_hash from idempotency_keys
          where expires_at <= ${at} order by expires_at limit ${keysAtOnce})
        returning key_hash`;
      if (gone.length < keysAtOnce || signal.aborted) return;
    }
  },
};
