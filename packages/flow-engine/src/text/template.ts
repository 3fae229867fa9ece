import { BudgetExceeded } from '../engine/budget-exceeded.ts';
import { budgets } from '../engine/budgets.ts';
import { type Json, ownValue } from '../values/json.ts';
import { asText } from './as-text.ts';
import { escapes } from './escape.ts';
import { applyFilter } from './filters.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Placeholder, parsePlaceholder } from './placeholder.ts';

/** Where a filled-in text is put, which says how values are escaped. */
export type TextFormat = 'plain' | 'markdown' | 'html' | 'url' | 'json';

/** A text with its placeholders read. Filled in once: what a value contains is never read again. */
export interface Template {
  readonly parts: readonly (string | (Placeholder & { readonly source: string }))[];
  readonly problems: readonly { readonly source: string; readonly problem: string }[];
}

/** What placeholders are looked up in. */
export interface Scope {
  /** `undefined` for what is not set. */
  lookup(name: string): Json | undefined;
  /** Whether the name stands for something in this flow, set or not: the unknown stay as they are written. */
  isKnown(name: string): boolean;
  readonly locale: string;
  readonly timeZone: string;
}

const longestPlaceholder = 400;

/** Reads the placeholders of a text. Linear in its length. */
export function parseTemplate(text: string, format: TextFormat): Template {
  const source = format === 'markdown' ? htmlToMarkdown(text) : text;
  const parts: Template['parts'][number][] = [];
  const problems: Template['problems'][number][] = [];
  let literal = '';
  let from = 0;
  while (from < source.length) {
    const next = nextOpening(source, from);
    if (next === undefined) break;
    const { start, open, close } = next;
    literal += source.slice(from, start);
    const ahead = source.slice(start, start + longestPlaceholder);
    const end = ahead.indexOf(close, open.length);
    const placeholder = end === -1 ? 'it is never closed' : parsePlaceholder(ahead.slice(open.length, end));
    if (typeof placeholder === 'string') {
      // `${` is common in prices and code; double braces are meant as placeholders.
      if (open === '{{') problems.push({ source: ahead.slice(0, 40), problem: placeholder });
      literal += open;
      from = start + open.length;
      continue;
    }
    if (literal !== '') parts.push(literal);
    literal = '';
    const whole = ahead.slice(0, end + close.length);
    parts.push({ ...placeholder, source: whole });
    from = start + whole.length;
  }
  literal += source.slice(from);
  if (literal !== '') parts.push(literal);
  return { parts, problems };
}

function nextOpening(source: string, from: number): { start: number; open: string; close: string } | undefined {
  for (let i = from; i < source.length - 1; i++) {
    if (source[i + 1] !== '{') continue;
    if (source[i] === '{') return { start: i, open: '{{', close: '}}' };
    if (source[i] === '$') return { start: i, open: '${', close: '}' };
  }
  return undefined;
}

/** @throws BudgetExceeded `RENDER_BUDGET` */
export function renderTemplate(template: Template, scope: Scope, format: TextFormat): string {
  const { parts } = template;
  if (parts.length === 1 && typeof parts[0] === 'string') return parts[0];
  let text = '';
  for (const part of parts) {
    text += typeof part === 'string' ? part : filledIn(part, scope, format);
    if (text.length > budgets.renderedLength) {
      throw new BudgetExceeded('RENDER_BUDGET', `A text grew over ${budgets.renderedLength} characters.`);
    }
  }
  return text;
}

/** As {@link renderTemplate}, but a text that is one placeholder gives its value, with its type. */
export function evaluateTemplate(template: Template, scope: Scope): Json {
  const [only, more] = template.parts;
  if (only === undefined) return '';
  if (more !== undefined || typeof only === 'string') return renderTemplate(template, scope, 'plain');
  const value = resolve(only, scope);
  if (value !== undefined) return value;
  return scope.isKnown(only.path[0] ?? '') ? null : only.source;
}

function filledIn(part: Placeholder & { source: string }, scope: Scope, format: TextFormat): string {
  const value = resolve(part, scope);
  if (value === undefined) return scope.isKnown(part.path[0] ?? '') ? '' : part.source;
  if (format === 'json' && typeof value !== 'string') return JSON.stringify(value);
  return escapes[format](asText(value));
}

function resolve({ path, filters }: Placeholder, scope: Scope): Json | undefined {
  let value = lookupPath(path, scope);
  for (const { name, argument } of filters) value = applyFilter(name, value, argument, scope);
  return value;
}

/** Objects by their own keys, lists by index. */
function lookupPath(path: readonly string[], scope: Scope): Json | undefined {
  const [first = '', ...rest] = path;
  let value = scope.lookup(first);
  for (const key of rest) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Array.isArray(value) ? value[Number(key)] : ownValue(value as { readonly [key: string]: Json }, key);
  }
  return value;
}
