import { matchesOrigin } from './origin-pattern.ts';

/**
 * Whether a page may use a chatbot: any page where its owner names none, else those that are named and this server's
 * own. Null is a request that no other page makes.
 */
export function allowsOrigin(allowed: readonly string[], origin: string | null, publicUrl: string): boolean {
  if (origin === null || allowed.length === 0 || origin === new URL(publicUrl).origin) return true;
  return allowed.some(pattern => matchesOrigin(pattern, origin));
}
