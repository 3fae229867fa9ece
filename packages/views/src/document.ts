/** Where a value stands in a result: names of members joined by dots, such as `rates.completion`. */
export type Path = string;

/**
 * How a value reads. `rate` takes an object `{value, numerator, denominator, lowSample?}`, `change` a share (0.5: half
 * as much again), `percent` a share, `seconds` and `milliseconds` a duration, `instant` an ISO 8601 date with time,
 * `day` one without. Default `text`; numbers read as numbers anyway.
 */
export type Format = 'text' | 'number' | 'percent' | 'rate' | 'change' | 'seconds' | 'milliseconds' | 'instant' | 'day';

/** What a value says of the state of things; shown beside its text, never instead of it. */
export type Tone = 'good' | 'warning' | 'bad' | 'quiet';

export type Tones = Readonly<Record<string, Tone>>;

/** A value with its name. It is left out where the result has none. */
export interface Field {
  readonly label: string;
  readonly path: Path;
  readonly format?: Format;
  /** Tone by value, for a value out of few. */
  readonly tones?: Tones;
}

/** Names and values in a row. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly Field[];
}

/** Figures, each with its name. */
export interface Tiles {
  readonly kind: 'tiles';
  readonly title: string;
  readonly tiles: readonly (Field & {
    /** The same figure of an earlier time. */
    readonly before?: Path;
  })[];
}

/** Lines over time, with their table. */
export interface Trend {
  readonly kind: 'trend';
  readonly title: string;
  /** An array of points, oldest first. */
  readonly path: Path;
  /** The date of a point. */
  readonly at: Path;
  /** One to three numbers of a point. */
  readonly series: readonly { readonly label: string; readonly path: Path }[];
}

/** Rows. An object with a value for each name is a table of `name` and `value`. */
export interface Table {
  readonly kind: 'table';
  readonly title: string;
  readonly path: Path;
  readonly columns: readonly (Field & {
    /** Shows a bar beside the number, as long as its share of the greatest in the column. */
    readonly bar?: boolean;
  })[];
  /** What stands there when there are no rows. */
  readonly empty: string;
}

/** When something happened, in one lane per status. What it shows is told by the records below it. */
export interface Timeline {
  readonly kind: 'timeline';
  readonly title: string;
  readonly path: Path;
  /** When it happened; the first of these that a row has. */
  readonly at: readonly Path[];
  readonly status: Path;
  readonly tones: Tones;
}

/** Entries with a heading, a status, facts, and texts that open on demand. */
export interface Records {
  readonly kind: 'records';
  readonly title: string;
  readonly path: Path;
  readonly heading: Path;
  readonly status: Path;
  readonly tones: Tones;
  readonly facts: readonly Field[];
  readonly details: readonly Field[];
  readonly empty: string;
}

/** A directed graph with its list of nodes, as flows have it. */
export interface Graph {
  readonly kind: 'graph';
  readonly title: string;
  /** Nodes: `id`, `type`, `position {x, y}` if there is one. */
  readonly nodes: Path;
  /** Edges: `source`, `target`, `sourceHandle` and `label` if there are. */
  readonly edges: Path;
  /** What is wrong: `severity`, `message`, `nodeId` where it is about a node. */
  readonly findings: Path;
  /** The text of a node; the first of these that it has. */
  readonly text: readonly Path[];
}

/** A sentence of the result, shown where there is one. */
export interface Notice {
  readonly kind: 'notice';
  readonly path: Path;
}

export type Block = Facts | Tiles | Trend | Table | Timeline | Records | Graph | Notice;

/** What a view shows of a structured result, from top to bottom. */
export interface ViewDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
}
