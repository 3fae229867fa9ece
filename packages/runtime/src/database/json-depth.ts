import { Fault } from '@conferbot/plugin';

/** PGlite's parser overflows its stack on deeper JSON, which ends the process or tears a transaction; far below that. */
const maxJsonDepth = 64;

/** Nothing nests text like this in earnest, and not all of it is known to be JSON. */
const maxTextDepth = 1000;

/** @throws Fault `invalid_argument` when lists and objects nest deeper than {@link maxJsonDepth}. */
export function assertJsonDepth(value: object): void {
  if (deeperThan(value, maxJsonDepth)) throw tooDeep();
}

function deeperThan(value: object, levels: number): boolean {
  if (levels === 0) return true;
  for (const child of Object.values(value)) {
    if (typeof child === 'object' && child !== null && deeperThan(child, levels - 1)) return true;
  }
  return false;
}

/**
 * The same for a parameter in text, which PostgreSQL may read as JSON.
 *
 * @throws Fault `invalid_argument` when it is JSON deeper than {@link maxJsonDepth}.
 */
export function assertTextDepth(text: string): void {
  if (text.length <= maxJsonDepth || !/^\s*[[{]/.test(text)) return;
  const depth = bracketDepth(text, 0, text.length);
  if (depth > maxTextDepth || (depth > maxJsonDepth && isJson(text))) throw tooDeep();
}

/**
 * The same for the string literals of a statement, since MikroORM writes values into the text.
 *
 * @throws Fault `invalid_argument` when one is JSON deeper than {@link maxJsonDepth}.
 */
export function assertLiteralDepth(statement: string): void {
  if (statement.length <= maxJsonDepth) return;
  for (let start = statement.indexOf("'"); start !== -1; ) {
    const end = endOfLiteral(statement, start + 1);
    const literal = statement.slice(start + 1, end).replaceAll("''", "'");
    const hasEscapes = /e/i.test(statement[start - 1] ?? '');
    assertTextDepth(hasEscapes ? literal.replaceAll('\\\\', '\\') : literal);
    start = statement.indexOf("'", end + 1);
  }
}

function endOfLiteral(statement: string, from: number): number {
  let end = statement.indexOf("'", from);
  while (end !== -1 && statement[end + 1] === "'") end = statement.indexOf("'", end + 2);
  return end === -1 ? statement.length : end;
}

/** How deep brackets nest outside quoted strings. */
function bracketDepth(text: string, from: number, to: number): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = from; index < to; index++) {
    const char = text[index];
    if (quoted) {
      if (char === '\\') index++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return deepest;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function tooDeep(): Fault {
  return new Fault('invalid_argument', `JSON must not nest deeper than ${maxJsonDepth} levels.`, {
    fix: 'Flatten the value.',
  });
}
