/** Revisions with an `initialize` handshake, newest first: those of SDK v1. */
export const legacyVersions: readonly string[] = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'];

/** What a client is offered that asks for a revision nobody knows. */
export const latestLegacyVersion = '2025-11-25';

/** Revisions where every request stands alone. */
export const modernVersions: readonly string[] = ['2026-07-28'];

/** Revisions are dates, so text order is time order. */
export function isModernVersion(version: string): boolean {
  return version >= '2026-07-28';
}

export type Era = 'legacy' | 'modern';
