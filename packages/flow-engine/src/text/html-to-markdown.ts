import { BlockNesting } from './block-nesting.ts';
import { escapes } from './escape.ts';
import { attributeOf } from './html-attribute.ts';
import { HtmlCode } from './html-code.ts';
import { type HtmlToken, htmlTokens } from './html-tokens.ts';
import { linkTarget } from './link-target.ts';
import { type Mark, MarkdownWriter } from './markdown-writer.ts';

/** Turns the HTML of the live editor into Markdown; what holds no tag is left as it is. Linear in its length. */
export function htmlToMarkdown(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const tokens = htmlTokens(text);
  if (tokens.every(({ kind }) => kind === 'text')) return text;
  const conversion = new Conversion();
  for (const token of tokens) conversion.take(token);
  return conversion.finish();
}

const marks: Readonly<Record<string, Mark | undefined>> = {
  b: { kind: 'strong', open: '**', close: '**' },
  i: { kind: 'emphasis', open: '*', close: '*' },
  s: { kind: 'strike', open: '~~', close: '~~' },
};

/** Tags that mean the same. */
const synonyms: Readonly<Record<string, string | undefined>> = {
  ...{ strong: 'b', em: 'i', del: 's', strike: 's' },
  ...{ section: 'div', article: 'div', header: 'div', footer: 'div', table: 'div', tr: 'div', hr: 'div', dl: 'div' },
};

const blocks = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What would make a character reference of the `&` before it. */
const entityEnd = /^[a-z#][a-z\d]{0,31};/i;
/** A `<` that is not escaped, before a tag: what follows the tag must not make another of it. */
const openEnd = /((?<!\\)(?:\\\\)*)<$/;

class Conversion {
  readonly #writer = new MarkdownWriter();
  readonly #nesting = new BlockNesting(this.#writer);
  /** How often each mark is open: tags of the same kind nest. */
  readonly #marked: Record<string, number> = {};
  #code: HtmlCode | undefined;
  #afterAmpersand = false;

  take(token: HtmlToken): void {
    if (this.#code !== undefined) {
      if (this.#code.isEndedBy(token)) this.#endCode(this.#code);
      return;
    }
    switch (token.kind) {
      case 'text':
        if (this.#afterAmpersand && entityEnd.test(token.text)) this.#words('amp;');
        this.#words(token.text.replace(openEnd, '$1\\<'));
        break;
      case 'entity':
        this.#words(token.text === '\u00a0' ? token.text : escapes.markdown(token.text));
        break;
      case 'stray':
        this.#words('\\<');
        break;
      case 'open':
        this.#open(synonyms[token.name] ?? token.name, token.attributes);
        break;
      case 'close':
        this.#close(synonyms[token.name] ?? token.name);
    }
    this.#afterAmpersand = token.kind === 'entity' && token.text === '&';
  }

  finish(): string {
    if (this.#code !== undefined) this.#endCode(this.#code);
    return this.#writer.finish();
  }

  #words(text: string): void {
    this.#writer.text(this.#writer.has('link') ? text.replace(/(?<!\\)[[\]]/g, '\\$&') : text);
  }

  #open(name: string, attributes: string): void {
    const mark = marks[name];
    if (mark !== undefined) this.#mark(name, mark, 1);
    else if (name === 'a') this.#link(attributes);
    else if (name === 'br') this.#writer.lineEnd();
    else if (name === 'img') this.#words(escapes.markdown(attributeOf(attributes, 'alt') ?? ''));
    else if (name === 'td' || name === 'th') this.#writer.text(' ');
    else if (name === 'ul' || name === 'ol') this.#nesting.beginList(name === 'ol');
    else if (name === 'li') this.#nesting.beginItem();
    else if (name === 'blockquote') this.#nesting.beginQuotation();
    else if (name === 'code' || name === 'pre') this.#beginCode(name);
    else if (blocks.has(name)) this.#beginBlock(name);
  }

  #close(name: string): void {
    const mark = marks[name];
    if (mark !== undefined) this.#mark(name, mark, -1);
    else if (name === 'a') this.#writer.close('link');
    else if (name === 'ul' || name === 'ol') this.#nesting.endList();
    else if (name === 'li' || name === 'blockquote') this.#nesting.end(name);
    else if (blocks.has(name)) this.#writer.break(this.#nesting.gap);
  }

  #mark(name: string, mark: Mark, change: 1 | -1): void {
    const before = this.#marked[name] ?? 0;
    const after = Math.max(0, before + change);
    this.#marked[name] = after;
    if (before === 0 && after === 1) this.#writer.open(mark);
    if (before === 1 && after === 0) this.#writer.close(mark.kind);
  }

  #link(attributes: string): void {
    this.#writer.close('link');
    const target = linkTarget(attributeOf(attributes, 'href') ?? '');
    if (target !== undefined) this.#writer.open({ kind: 'link', open: '[', close: `](${target})` });
  }

  #beginBlock(name: string): void {
    this.#writer.break(2);
    if (name.startsWith('h')) this.#writer.heading(Number(name[1]));
  }

  #beginCode(name: 'code' | 'pre'): void {
    this.#code = new HtmlCode(name);
    if (this.#code.isBlock) this.#writer.break(2);
  }

  #endCode(code: HtmlCode): void {
    this.#code = undefined;
    this.#words(code.toMarkdown());
    if (code.isBlock) this.#writer.break(2);
  }
}
