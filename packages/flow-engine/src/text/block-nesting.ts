import type { MarkdownWriter } from './markdown-writer.ts';

type Container = 'li' | 'blockquote';

/** The lists, items and quotations that are open while HTML is read, however badly they are nested. */
export class BlockNesting {
  readonly #writer: MarkdownWriter;
  /** The last number of each list; undefined in one with bullets. */
  readonly #lists: (number | undefined)[] = [];
  /** Items and quotations, with the number of lists around each. */
  readonly #containers: { readonly name: Container; readonly lists: number }[] = [];
  /** How many of each are open, so that an end without a beginning costs no search. */
  readonly #open = { li: 0, blockquote: 0 };

  constructor(writer: MarkdownWriter) {
    this.#writer = writer;
  }

  /** Line ends after a block: a list holds together. */
  get gap(): number {
    return this.#lists.length === 0 ? 2 : 1;
  }

  beginList(numbered: boolean): void {
    this.#writer.break(this.gap);
    this.#lists.push(numbered ? 0 : undefined);
  }

  endList(): void {
    if (this.#lists.length === 0) return;
    while ((this.#containers.at(-1)?.lists ?? -1) >= this.#lists.length) this.#leave();
    this.#lists.pop();
    this.#writer.breakTo(this.gap);
  }

  /** Begins an item, and ends the one before where nothing else does. */
  beginItem(): void {
    const last = this.#containers.at(-1);
    if (last?.name === 'li' && last.lists === this.#lists.length) this.#leave();
    this.#writer.break(1);
    const number = this.#lists.at(-1);
    if (number !== undefined) this.#lists[this.#lists.length - 1] = number + 1;
    this.#writer.item(number === undefined ? '- ' : `${number + 1}. `);
    this.#enter('li');
  }

  beginQuotation(): void {
    this.#writer.break(2);
    this.#writer.nest('> ');
    this.#enter('blockquote');
  }

  /** Ends the innermost of a kind, with all that is open in it. */
  end(name: Container): void {
    if (this.#open[name] > 0) while (this.#leave() !== name);
  }

  #enter(name: Container): void {
    this.#containers.push({ name, lists: this.#lists.length });
    this.#open[name]++;
  }

  #leave(): Container | undefined {
    const { name } = this.#containers.pop() ?? {};
    if (name === undefined) return undefined;
    this.#open[name]--;
    this.#writer.breakTo(name === 'li' ? 1 : 2);
    this.#writer.unnest();
    return name;
  }
}
