import { type Decoder, ormDecoders, plainDecoders } from './decode-value.ts';

export interface ColumnDescription {
  readonly name: string;
  readonly dataTypeID: number;
}

/** Names and types of the columns of a result: turns the texts of a row into an object. */
export class RowShape {
  readonly #names: readonly string[];
  readonly #plain: readonly (Decoder | undefined)[];
  readonly #orm: readonly (Decoder | undefined)[];

  constructor(columns: readonly ColumnDescription[]) {
    this.#names = columns.map(column => column.name);
    this.#plain = columns.map(column => plainDecoders.get(column.dataTypeID));
    this.#orm = columns.map(column => ormDecoders.get(column.dataTypeID));
  }

  read(values: readonly (string | null)[], types: 'orm' | undefined): Record<string, unknown> {
    const decoders = types === 'orm' ? this.#orm : this.#plain;
    const row: Record<string, unknown> = {};
    for (let index = 0; index < this.#names.length; index++) {
      const value = values[index] ?? null;
      const decode = decoders[index];
      row[this.#names[index] as string] = value === null || decode === undefined ? value : decode(value);
    }
    return row;
  }
}
