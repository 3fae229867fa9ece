import { parseArgs } from 'node:util';

export interface Options {
  /** Names of the comparisons to run; empty for all. */
  readonly only: readonly string[];
  readonly rounds: number;
  /** Length of one measurement. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  /** Conversations of a year that are counted and reported. */
  readonly conversations: number;
  /** Where to write the results as JSON. */
  readonly json: string | undefined;
  /** A missed first bar fails the run. */
  readonly check: boolean;
  readonly help: boolean;
}

export const usage = `Usage: pnpm bench [options]

  --only NAME        run this comparison only; may be given several times, or as a list with commas
  --rounds N         measurements of each side (default 6)
  --seconds S        length of one measurement (default 3)
  --connections N    keep-alive connections, one request in flight on each (default 16)
  --conversations N  conversations that analytics-year reports on (default 100000)
  --quick            2 rounds of 1 second: to see that it works, not to quote
  --json FILE        write the results as JSON
  --check            exit with 1 when a first bar is missed
  --help             this text
`;

/** Reads the arguments of the command. @throws Error that says what is wrong with them. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: args[0] === '--' ? args.slice(1) : [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      connections: { type: 'string', default: '16' },
      conversations: { type: 'string', default: '100000' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    only: values.only.flatMap(names => names.split(',')).filter(name => name !== ''),
    rounds: positive('--rounds', values.rounds ?? (values.quick ? '2' : '6'), Number.isInteger),
    seconds: positive('--seconds', values.seconds ?? (values.quick ? '1' : '3'), Number.isFinite),
    warmUpSeconds: values.quick ? 1 : 3,
    connections: positive('--connections', values.connections, Number.isInteger),
    conversations: positive('--conversations', values.conversations, Number.isInteger),
    json: values.json,
    check: values.check,
    help: values.help,
  };
}

function positive(name: string, text: string, isOfKind: (value: number) => boolean): number {
  const value = Number(text);
  if (!isOfKind(value) || value <= 0) throw new Error(`${name} takes a number above 0, not ${JSON.stringify(text)}`);
  return value;
}
