/** HTML as it may be sent. Only {@link html} makes it, and what vouches for its own text. */
export class Html {
  readonly #text: string;

  /** @param vouched HTML in which all that comes from elsewhere is escaped */
  constructor(vouched: string) {
    this.#text = vouched;
  }

  toString(): string {
    return this.#text;
  }
}

/** Text is escaped, {@link Html} goes in as it is, a list piece by piece; `undefined` and `false` are nothing. */
export type HtmlPart = Html | string | number | undefined | false | readonly HtmlPart[];

/** Values stand in text or within double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(strings.reduce((joined, text, index) => `${joined}${written(parts[index - 1])}${text}`));
}

function written(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(written).join('');
  return escapeHtml(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML and in XML, also within quotes; what XML cannot hold is left out. */
export function escapeHtml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no document may hold.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, character => entities[character] ?? '')
  );
}
