import type { RowShape } from './row-shape.ts';

/**
 * What one connection has prepared, by name. A rollback does not undo preparing, but an error before it prevents
 * it: from its sending until its answer a statement is in doubt, and whoever needs it meanwhile or afterwards
 * closes it (which never fails) and prepares it again.
 */
export class PreparedStatements {
  readonly #shapes = new Map<string, RowShape | undefined>();
  readonly #doubtful = new Set<string>();

  has(name: string): boolean {
    return this.#shapes.has(name);
  }

  isDoubtful(name: string): boolean {
    return this.#doubtful.has(name);
  }

  /** Shape of its rows; undefined for a statement without rows. */
  shapeOf(name: string): RowShape | undefined {
    return this.#shapes.get(name);
  }

  confirm(name: string, shape: RowShape | undefined): void {
    this.#shapes.set(name, shape);
    this.#doubtful.delete(name);
  }

  doubt(name: string): void {
    this.#shapes.delete(name);
    this.#doubtful.add(name);
  }
}
