import { afterEach, expect, it, vi } from 'vitest';
import { wordAnswer } from '../../src/answers/word-answer.ts';
import type { QuestionAnswer } from '../../src/contract.ts';

const known: QuestionAnswer = { outcome: 'answered', text: 'Yes.', citations: [], provider: 'extractive' };
const unsure = { outcome: 'unsure', text: 'Sorry, I have no answer to that.' };

afterEach(() => void vi.useRealTimers());

it('is what the port says', async () => {
  const worded = await wordAnswer(async () => known, {});
  expect(worded).toEqual({ answer: known, result: { ok: true, value: null } });
});

it('is unsure without a port, and where the port fails', async () => {
  expect(await wordAnswer(undefined, {})).toMatchObject({
    answer: unsure,
    result: { error: { kind: 'not_configured' } },
  });
  const worded = await wordAnswer(() => Promise.reject(new Error('boom')), {});
  expect(worded).toMatchObject({ answer: unsure, result: { error: { kind: 'failed' } } });
});

it('is unsure after 25 seconds, whether the port listens or not', async () => {
  vi.useFakeTimers();
  let aborted = false;
  const worded = wordAnswer((_prepared, { signal }) => {
    signal.addEventListener('abort', () => {
      aborted = true;
    });
    return new Promise(() => {});
  }, {});
  await vi.advanceTimersByTimeAsync(24_999);
  expect(aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await worded).toMatchObject({ answer: unsure, result: { error: { kind: 'timeout' } } });
  expect(aborted).toBe(true);
});
