import { linkAddress, webAddress } from '../web-address.ts';
import { element, type RichNode, type RichTag } from './rich-node.ts';

export interface InlineOptions {
  /** Shows pictures; else links to them. A bot that repeats what it read must not load what that names. */
  readonly images: boolean;
}

interface Frame {
  readonly mark: string;
  readonly nodes: RichNode[];
}

const tagOf: Readonly<Record<string, RichTag>> = { '*': 'em', _: 'em', '**': 'strong', __: 'strong', '~~': 's' };
const escaped = /\\([!-/:-@[-`{-~])/y;
const link =
  /(!?)\[((?:\\.|[^[\]\\\n])*)\]\((?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+"[^"\n]*")?\)/y;
const angled = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/y;
const bare = /https?:\/\/[^\s<>()[\]"'`*\\]*[^\s<>()[\]"'`*\\.,;:!?_~]/y;
const plain = /[^\\`*_~[!<\nh]+|./suy;

/** Marks within a paragraph. One pass; what is no mark is text. */
export function inlineMarkdown(text: string, options: InlineOptions, inLink = false): RichNode[] {
  return new InlineReader(text, options, inLink).read();
}

class InlineReader {
  readonly #text: string;
  readonly #options: InlineOptions;
  readonly #inLink: boolean;
  readonly #frames: Frame[] = [{ mark: '', nodes: [] }];
  #at = 0;

  constructor(text: string, options: InlineOptions, inLink: boolean) {
    this.#text = text;
    this.#options = options;
    this.#inLink = inLink;
  }

  read(): RichNode[] {
    while (this.#at < this.#text.length) {
      const taken = this.#escape() || this.#lineEnd() || this.#code() || this.#marks() || this.#links();
      if (!taken) this.#push(this.#match(plain)?.[0] ?? '');
    }
    while (this.#frames.length > 1) this.#flatten();
    return this.#frames[0]?.nodes ?? [];
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #push(...nodes: readonly RichNode[]): true {
    const target = this.#frames.at(-1)?.nodes ?? [];
    for (const node of nodes) {
      const last = target.at(-1);
      if (typeof node === 'string' && typeof last === 'string') target[target.length - 1] = last + node;
      else if (node !== '') target.push(node);
    }
    return true;
  }

  #escape(): boolean {
    const match = this.#match(escaped);
    return match !== null && this.#push(match[1] ?? '');
  }

  #lineEnd(): boolean {
    if (this.#text[this.#at] !== '\n') return false;
    this.#at += 1;
    return this.#push(element('br', []));
  }

  #code(): boolean {
    const [run] = /^`+/.exec(this.#text.slice(this.#at, this.#at + 64)) ?? [];
    if (run === undefined) return false;
    const from = this.#at + run.length;
    this.#at = from;
    for (let end = this.#text.indexOf(run, from); end >= 0; ) {
      let after = end + run.length;
      while (this.#text[after] === '`') after += 1;
      if (after === end + run.length) {
        this.#at = after;
        const code = this.#text.slice(from, end).replaceAll('\n', ' ');
        return this.#push(element('code', [/^ .*\S.* $/.test(code) ? code.slice(1, -1) : code]));
      }
      end = this.#text.indexOf(run, after);
    }
    return this.#push(run);
  }

  #marks(): boolean {
    const sign = this.#text[this.#at] ?? '';
    if (!'*_~'.includes(sign)) return false;
    let end = this.#at;
    while (this.#text[end] === sign) end += 1;
    const [before = ' ', after = ' '] = [this.#text[this.#at - 1], this.#text[end]];
    let count = end - this.#at;
    this.#at = end;
    if (count > 3 || (sign === '~' && count !== 2)) return this.#push(sign.repeat(count));
    const word = sign === '_' ? /[\p{L}\p{N}]/u : /[^\s\S]/;
    const opens = !/\s/.test(after) && !word.test(before);
    const closes = !/\s/.test(before) && !word.test(after);
    while (count > 0) {
      const top = this.#frames.at(-1)?.mark ?? '';
      const size = count > 1 && !(closes && top === sign) ? 2 : 1;
      this.#mark(sign.repeat(size), opens, closes);
      count -= size;
    }
    return true;
  }

  #mark(mark: string, opens: boolean, closes: boolean): void {
    const open = this.#frames.findIndex(frame => frame.mark === mark);
    if (open > 0 && closes) {
      while (this.#frames.length > open + 1) this.#flatten();
      const { nodes } = this.#frames.pop() ?? { nodes: [] };
      this.#push(nodes.length === 0 ? mark + mark : element(tagOf[mark] ?? 'em', nodes));
    } else if (open < 0 && opens) {
      this.#frames.push({ mark, nodes: [] });
    } else {
      this.#push(mark);
    }
  }

  /** The last mark was none: it was never closed. */
  #flatten(): void {
    const { mark, nodes } = this.#frames.pop() ?? { mark: '', nodes: [] };
    this.#push(mark, ...nodes);
  }

  #links(): boolean {
    const start = this.#at;
    if (this.#inLink) return false;
    const written = this.#match(link);
    if (written !== null) {
      const [all, image, label = '', inAngles, target = ''] = written;
      return this.#link(all, label, inAngles ?? target, image === '!');
    }
    const [address] = this.#match(angled)?.slice(1) ?? this.#match(bare) ?? [];
    if (address === undefined) return false;
    const href = linkAddress(address);
    return this.#push(href === undefined ? this.#text.slice(start, this.#at) : element('a', [address], { href }));
  }

  #link(all: string, label: string, target: string, image: boolean): boolean {
    const address = target.replace(/\\([!-/:-@[-`{-~])/g, '$1');
    const inner = inlineMarkdown(label, this.#options, true);
    const src = image && this.#options.images ? webAddress(address) : undefined;
    if (src !== undefined)
      return this.#push(element('img', [], { src, alt: label.replace(/\\(?=[!-/:-@[-`{-~])/g, '') }));
    const href = linkAddress(address);
    // What leads nowhere good stays as it is written, but for its target.
    if (href === undefined) return this.#push(...(inner.length > 0 ? inner : [all]));
    return this.#push(element('a', inner.length > 0 ? inner : [address], { href }));
  }
}
