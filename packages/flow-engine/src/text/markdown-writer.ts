/** What encloses words: strong, emphasis, strike-through, a link. */
export interface Mark {
  readonly kind: string;
  readonly open: string;
  readonly close: string;
}

const deepest = 8;

/** Puts Markdown together from blocks, lines and marked words, so that marks hug words and blocks stand apart. */
export class MarkdownWriter {
  readonly #pieces: string[] = [];
  /** What each line begins with: of quotations and lists. */
  readonly #prefixes: string[] = [];
  #marks: { readonly mark: Mark; written: boolean }[] = [];
  #atStart = true;
  /** Line ends before the next block. */
  #gap = 0;
  /** What the first line of the next block begins with, where it is not as the others. */
  #lead: string | undefined;
  /** Signs of a heading before the next words. */
  #signs = '';
  #heading = false;
  /** What the line of the last words begins with. */
  #lastLine = '';
  /** Line ends within the block, before the next words. */
  #lineEnds = 0;

  /** Ends the block, with at least so many line ends before the next. */
  break(lines: number): void {
    const least = this.#lead === undefined ? lines : 0;
    this.breakTo(this.#atStart ? Math.max(this.#gap, least) : least);
  }

  /** Ends the block, with exactly so many line ends before the next. */
  breakTo(lines: number): void {
    if (!this.#atStart) {
      this.#takeBlank();
      this.#closeFrom(0);
      this.#marks = this.#marks.filter(({ mark }) => mark.kind !== 'link');
    }
    this.#atStart = true;
    this.#heading = false;
    this.#signs = '';
    this.#lineEnds = 0;
    this.#gap = lines;
  }

  /** Words, which may hold line ends. */
  text(text: string): void {
    const flat = this.#heading ? text.replace(/[\r\n]+/g, ' ') : text;
    const words = flat.trimStart();
    const blank = flat.slice(0, flat.length - words.length);
    if (blank !== '' && !this.#atStart && this.#lineEnds === 0) this.#push(blank);
    if (words === '') return;
    this.#begin();
    for (const entry of this.#marks) {
      if (!entry.written) this.#pieces.push(entry.mark.open);
      entry.written = true;
    }
    this.#push(words);
  }

  /** A line end within a block. */
  lineEnd(): void {
    if (this.#heading) this.text(' ');
    else if (!this.#atStart) this.#lineEnds++;
  }

  /** Begins the next block with the signs of a heading. */
  heading(level: number): void {
    this.#signs = `${'#'.repeat(level)} `;
    this.#heading = true;
  }

  /** Begins the next block with a bullet or number; what follows is set in until {@link MarkdownWriter.unnest}. */
  item(bullet: string): void {
    this.#lead = (this.#lead ?? this.#line()) + bullet;
    this.nest(' '.repeat(bullet.length));
  }

  nest(prefix: string): void {
    this.#prefixes.push(prefix);
  }

  unnest(): void {
    this.#prefixes.pop();
    if (this.#atStart) this.#lead = undefined;
  }

  has(kind: string): boolean {
    return this.#marks.some(({ mark }) => mark.kind === kind);
  }

  open(mark: Mark): void {
    this.#marks.push({ mark, written: false });
  }

  close(kind: string): void {
    const at = this.#marks.findIndex(({ mark }) => mark.kind === kind);
    if (at === -1) return;
    const blank = this.#atStart ? '' : this.#takeBlank();
    this.#closeFrom(at);
    if (blank !== '') this.#pieces.push(blank);
    this.#marks.splice(at, 1);
  }

  finish(): string {
    this.breakTo(0);
    return this.#pieces.join('');
  }

  #begin(): void {
    const line = this.#line();
    if (this.#atStart) {
      if (this.#pieces.length > 0) this.#pieces.push('\n', this.#gap > 1 ? `${this.#between(line)}\n` : '');
      this.#pieces.push(this.#lead ?? line, this.#signs);
      this.#lastLine = line;
    }
    if (this.#lineEnds > 0) this.#pieces.push(`  \n${line}`.repeat(this.#lineEnds));
    this.#atStart = false;
    this.#lead = undefined;
    this.#lineEnds = 0;
  }

  /** What a blank line begins with: the quotations that both lines are in. */
  #between(line: string): string {
    const shorter = line.length < this.#lastLine.length ? line : this.#lastLine;
    return shorter.trimEnd();
  }

  /** Bounded, whatever the depth. */
  #line(): string {
    return this.#prefixes.slice(0, deepest).join('');
  }

  #push(text: string): void {
    this.#pieces.push(this.#prefixes.length === 0 ? text : text.replaceAll('\n', `\n${this.#line()}`));
  }

  /** Ends marks from an index on, the last first; they begin again with the next words. */
  #closeFrom(at: number): void {
    for (const entry of this.#marks.slice(at).reverse()) {
      if (entry.written) this.#pieces.push(entry.mark.close);
      entry.written = false;
    }
  }

  /** Takes the blanks off the end. */
  #takeBlank(): string {
    let blank = '';
    for (let piece = this.#pieces.pop(); piece !== undefined; piece = this.#pieces.pop()) {
      const words = piece.trimEnd();
      blank = piece.slice(words.length) + blank;
      if (words === '') continue;
      this.#pieces.push(words);
      break;
    }
    return blank;
  }
}
