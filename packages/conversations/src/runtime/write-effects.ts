import type { Effect } from '@conferbot/flow-engine';
import type { CallContext, SecretBox } from '@conferbot/plugin';
import type { OutsideWork } from '../answers/question-work.ts';
import type { Thread } from './thread.ts';
import { setAlarm } from './write-alarms.ts';

export interface EffectWriting {
  readonly secrets: SecretBox;
  /** Whether this process carries the effects out right after the commit. */
  readonly claims: boolean;
  /** The visitor's message whose answer grows by what the results lead to. */
  readonly clientMessageId: string | null;
}

/** Longer than any effect takes: whoever is at it for so long has died. */
export const leaseMs = 4 * 60_000;

/** What a transaction asks to be done outside. */
export function outsideWork({ effects, question }: Thread): OutsideWork[] {
  return [...effects.filter(isOutside), ...(question === undefined ? [] : [question])];
}

/** Calling a person is no work outside: it is done in the transaction itself. */
function isOutside({ request }: Effect): boolean {
  return request.kind !== 'handover';
}

/** Puts work outside on record before it is done, sealed, since it may hold keys. */
export async function writeEffects(ctx: CallContext, thread: Thread, options: EffectWriting): Promise<void> {
  const effects = outsideWork(thread);
  if (effects.length === 0) return;
  const dueAt = new Date(thread.now.getTime() + (options.claims ? leaseMs : 0));
  const rows = effects.map(({ id, nodeId, awaited, request }) => ({
    effect_id: id,
    node_id: nodeId,
    kind: request.kind,
    awaited,
    request: sealRequest(options.secrets, placeOf(ctx, thread.id, id), request),
  }));
  await ctx.sql`
    insert into conversation_effects (workspace_id, conversation_id, effect_id, node_id, kind, awaited, status, request,
      attempts, due_at, client_message_id, created_at)
    select ${ctx.workspace.id}::uuid, ${thread.id}::uuid, effect_id, node_id, kind, awaited, 'pending', request,
      ${options.claims ? 1 : 0}::int, ${dueAt}::timestamptz, ${options.clientMessageId}::text, ${thread.now}::timestamptz
    from jsonb_to_recordset(${{ rows }}::jsonb->'rows')
      as row(effect_id text, node_id text, kind text, awaited boolean, request text)`;
  await setAlarm(ctx, thread.id, 'effects', dueAt);
}

/** Where a sealed request belongs: it opens there only. */
export function placeOf(ctx: CallContext, conversationId: string, effectId: string): string {
  return `effect/${ctx.workspace.id}/${conversationId}/${effectId}`;
}

function sealRequest(secrets: SecretBox, place: string, request: OutsideWork['request']): string {
  return secrets.seal(JSON.stringify(request), place);
}

export function openRequest(secrets: SecretBox, place: string, sealed: string): OutsideWork['request'] {
  return JSON.parse(secrets.open(sealed, place)) as OutsideWork['request'];
}
