import type { Sql, SqlValue } from '@conferbot/plugin';
import type { Result, Statement } from '../database/database.ts';

interface Prepared {
  readonly text: string;
  readonly name: string;
}

const prepared = new WeakMap<TemplateStringsArray, Prepared>();
let count = 0;

/** Turns a template into a statement: `$1`, `$2` … for its values, a name of its own for its text. */
function statementOf(strings: TemplateStringsArray, values: readonly SqlValue[]): Statement {
  let known = prepared.get(strings);
  if (known === undefined) {
    const text = strings.reduce((joined, part, index) => `${joined}$${index}${part}`);
    known = { text, name: `s${++count}` };
    prepared.set(strings, known);
  }
  return { text: known.text, name: known.name, values };
}

/** The `sql` of a call, over whatever runs its statements. */
export function sqlOver(run: (statement: Statement) => Promise<Result>): Sql {
  return async <Row extends object>(strings: TemplateStringsArray, ...values: readonly SqlValue[]) => {
    const result = await run(statementOf(strings, values));
    return result.rows as Row[];
  };
}
