import type { Contest, Sample } from './comparison.ts';

export interface Round {
  readonly subject: Sample;
  readonly baseline: Sample;
}

/**
 * Measures both sides `count` times, one right after the other, and takes turns in who goes first (ABBA), so that
 * a drift of the machine falls on both alike.
 */
export async function playRounds({ subject, baseline }: Contest, count: number): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let index = 0; index < count; index++) {
    if (index % 2 === 0) {
      const first = await baseline();
      rounds.push({ baseline: first, subject: await subject() });
    } else {
      const first = await subject();
      rounds.push({ subject: first, baseline: await baseline() });
    }
  }
  return rounds;
}
