import { randomBytes } from 'node:crypto';
import type { SecretBox } from '@conferbot/plugin';
import type { OldSecret } from './entities/webhook.ts';

const prefix = 'whsec_';
const secretBytes = 24;
/** A secret that was replaced signs for so long. */
const overlapMs = 24 * 60 * 60_000;
const mostOldSecrets = 4;

/** Where a secret belongs: it opens there only. */
export interface SecretPlace {
  readonly workspaceId: string;
  readonly webhookId: string;
}

export interface NewSecret {
  readonly text: string;
  readonly sealed: string;
  /** `••••1234` */
  readonly hint: string;
}

export function newSecret(secrets: SecretBox, place: SecretPlace): NewSecret {
  const text = prefix + randomBytes(secretBytes).toString('base64');
  return { text, sealed: secrets.seal(text, contextOf(place)), hint: `••••${text.slice(-4)}` };
}

/** What goes on signing once `sealed` is replaced, newest first. */
export function retire(sealed: string, old: readonly OldSecret[], now: Date): readonly OldSecret[] {
  const until = new Date(now.getTime() + overlapMs).toISOString();
  return [{ sealed, until }, ...stillValid(old, now)].slice(0, mostOldSecrets);
}

/** The secrets that sign now, the present one first. */
export function signingSecrets(
  secrets: SecretBox,
  place: SecretPlace,
  sealed: string,
  old: readonly OldSecret[],
  now: Date,
): readonly string[] {
  return [sealed, ...stillValid(old, now).map(secret => secret.sealed)].map(text =>
    secrets.open(text, contextOf(place)),
  );
}

function stillValid(old: readonly OldSecret[], now: Date): readonly OldSecret[] {
  return old.filter(({ until }) => Date.parse(until) > now.getTime());
}

function contextOf({ workspaceId, webhookId }: SecretPlace): string {
  return `${workspaceId}/webhooks/${webhookId}`;
}
