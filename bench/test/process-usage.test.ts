import { describe, expect, it } from 'vitest';
import { parseCpuTicks, parseResidentBytes } from '../src/processes/process-usage.ts';

describe('the usage of a process', () => {
  it('is read past a command whose name looks like fields', () => {
    const stat = '4242 (node (v24) 1 2) S 1 4242 4242 0 -1 4194560 100 0 0 0 321 45 0 0 20 0 11 0 123456 1000 2000 1';
    expect(parseCpuTicks(stat)).toBe(366);
  });

  it('is resident memory in bytes, or nothing for a process that has ended', () => {
    expect(parseResidentBytes('Name:\tnode\nVmHWM:\t  9000 kB\nVmRSS:\t   2048 kB\n')).toBe(2048 * 1024);
    expect(parseResidentBytes('Name:\tnode\nState:\tZ (zombie)\n')).toBeUndefined();
  });
});
