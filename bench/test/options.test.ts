import { describe, expect, it } from 'vitest';
import { comparisons, comparisonsNamed } from '../src/comparisons.ts';
import { parseOptions } from '../src/options.ts';

describe('the options', () => {
  it('are 6 rounds of 3 seconds on 16 connections unless told', () => {
    expect(parseOptions([])).toMatchObject({ rounds: 6, seconds: 3, connections: 16, only: [], check: false });
  });

  it('are short with --quick, but for what is told', () => {
    expect(parseOptions(['--quick', '--rounds', '5'])).toMatchObject({ rounds: 5, seconds: 1 });
  });

  it('come after a double dash too, which pnpm passes on', () => {
    expect(parseOptions(['--', '--only', 'a,b', '--only', 'c']).only).toEqual(['a', 'b', 'c']);
  });

  it.each([['--rounds', '0'], ['--rounds', '1.5'], ['--seconds', 'long'], ['--connections', '-1'], ['--fast']])(
    'refuse %s %s',
    (...args) => {
      expect(() => parseOptions(args)).toThrow(Error);
    },
  );
});

describe('the comparisons', () => {
  it('have names of their own and can be picked by them', () => {
    const names = comparisons.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(comparisonsNamed(['get-chatbot', 'echo-raw']).map(({ name }) => name)).toEqual(['echo-raw', 'get-chatbot']);
    expect(() => comparisonsNamed(['echo'])).toThrow(/"echo".*echo-raw/);
  });
});
