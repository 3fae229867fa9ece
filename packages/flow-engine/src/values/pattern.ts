import { RE2JS } from 're2js';
import { patternSize } from './pattern-size.ts';

/**
 * `unsafe`: a regular expression, but one that cannot be matched in linear time, or repeats too much to be matched in
 * little time; `bad`: none at all, or too long.
 */
export type PatternVerdict = 'ok' | 'bad' | 'unsafe';

export const longestPattern = 1_000;
/** Characters of a text that are looked at. */
const longestInput = 10_000;
/** Instructions of a compiled pattern: each may be looked at for each character of a text. */
const largestProgram = 1_100;
const largestEstimate = 5_000;
/** Each may keep megabytes of what it learned about texts. */
const cacheSize = 32;

/** Compiled patterns, null for what cannot be compiled; the least recently used goes first. */
const compiled = new Map<string, RE2JS | null>();

/**
 * Whether a regular expression matches somewhere in a text, without regard to case, in time linear in the length of
 * the text. Undefined when the pattern cannot be used: then it neither matches nor does not match.
 */
export function matchesPattern(source: string, text: string): boolean | undefined {
  return compile(source)?.test(text.slice(0, longestInput));
}

/** How much work a match is at most: instructions times characters. */
export function matchWork(source: string, text: string): number {
  return (compile(source)?.programSize() ?? 0) * Math.min(text.length, longestInput);
}

export function checkPattern(source: string): PatternVerdict {
  if (source.length > longestPattern) return 'bad';
  if (compile(source) !== null) return 'ok';
  return isExpression(source, 'u') || (beyondLinear.test(source) && isExpression(source, '')) ? 'unsafe' : 'bad';
}

/** Lookarounds and backreferences. */
const beyondLinear = /\(\?<?[=!]|\\[1-9]|\\k</;

function compile(source: string): RE2JS | null {
  if (source.length > longestPattern) return null;
  let pattern = compiled.get(source);
  if (pattern === undefined) pattern = tryCompile(source);
  else compiled.delete(source);
  compiled.set(source, pattern);
  if (compiled.size > cacheSize) compiled.delete(compiled.keys().next().value ?? '');
  return pattern;
}

/** A named backreference, which the translation would read as text, and `\Q`, which is not of JavaScript. */
const foreign = /(?<!\\)(?:\\\\)*\\(?:k<|Q)/;

function tryCompile(source: string): RE2JS | null {
  if (foreign.test(source) || patternSize(source) > largestEstimate) return null;
  try {
    const pattern = RE2JS.compile(RE2JS.translateRegExp(source), RE2JS.CASE_INSENSITIVE);
    return pattern.programSize() <= largestProgram ? pattern : null;
  } catch {
    return null;
  }
}

function isExpression(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
