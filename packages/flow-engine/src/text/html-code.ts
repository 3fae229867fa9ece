import type { HtmlToken } from './html-tokens.ts';

/** What stands between the tags of `code` or `pre`. */
export class HtmlCode {
  readonly #name: 'code' | 'pre';
  #text = '';

  constructor(name: 'code' | 'pre') {
    this.#name = name;
  }

  get isBlock(): boolean {
    return this.#name === 'pre';
  }

  /** Whether a token ends it; else it is taken in, tags without a trace. */
  isEndedBy(token: HtmlToken): boolean {
    if (token.kind === 'text' || token.kind === 'entity') this.#text += token.text;
    else if (token.kind === 'stray') this.#text += '<';
    else if (token.kind === 'open' && token.name === 'br') this.#text += '\n';
    return token.kind === 'close' && token.name === this.#name;
  }

  /** Code that a stray backtick could turn into HTML is written as words. */
  toMarkdown(): string {
    const code = this.#text.trim();
    if (code === '' || /[<`]/.test(code)) return code.replace(/[\\<`]/g, '\\$&');
    return this.isBlock ? `\`\`\`\n${code}\n\`\`\`` : `\`${code.replace(/\s+/g, ' ')}\``;
  }
}
