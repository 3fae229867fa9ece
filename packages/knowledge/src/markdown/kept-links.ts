const allowed = /^(?:https?:\/\/|mailto:)[^\s<>"'`\\]+$/i;
const definition = /^[ \t]{0,3}\[([^[\]\n]{1,200})\]:[ \t]*<?([^\s<>]+)>?.*$/gm;
const longestAddress = 2_000;

/** Markdown with links to http, https and mailto only; of other links and of pictures the words stay. */
export function keptLinks(markdown: string): string {
  if (!markdown.includes('[')) return markdown;
  const addresses = new Map<string, string>();
  const text = markdown.replace(definition, (_, name: string, address: string) => {
    addresses.set(name.toLowerCase(), address);
    return '';
  });
  return new LinkReader(text, addresses).read().replaceAll('](', (match, at: number, all: string) => {
    return /^\]\((?:https?:\/\/|mailto:)/i.test(all.slice(at, at + 12)) ? match : '] (';
  });
}

/** One pass over the text; brackets that are open wait on a stack for their partner. */
class LinkReader {
  readonly #text: string;
  readonly #addresses: ReadonlyMap<string, string>;
  readonly #open: { readonly at: number; readonly picture: boolean }[] = [];
  #out = '';
  #at = 0;

  constructor(text: string, addresses: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#addresses = addresses;
  }

  read(): string {
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      if (character === '\\') this.#take(2);
      else if (character === '`') this.#take(this.#codeLength());
      else if (character === '[') this.#openBracket();
      else if (character === ']') this.#closeBracket();
      else this.#take(1);
    }
    return this.#out;
  }

  #take(length: number): void {
    this.#out += this.#text.slice(this.#at, this.#at + length);
    this.#at += length;
  }

  /** Of the code span that begins here, or of the run of backticks where none ends it. */
  #codeLength(): number {
    const [run = '`'] = /^`+/.exec(this.#text.slice(this.#at, this.#at + 64)) ?? [];
    const end = this.#text.indexOf(run, this.#at + run.length);
    return end < 0 || end - this.#at > 2_000 ? run.length : end + run.length - this.#at;
  }

  #openBracket(): void {
    const picture = this.#out.endsWith('!') && !this.#out.endsWith('\\!');
    if (picture) this.#out = this.#out.slice(0, -1);
    this.#open.push({ at: this.#out.length, picture });
    this.#take(1);
  }

  #closeBracket(): void {
    const opened = this.#open.pop();
    const target = opened === undefined ? undefined : this.#target();
    if (opened === undefined || target === undefined) {
      this.#take(1);
      return;
    }
    const label = this.#out.slice(opened.at + 1);
    this.#out = this.#out.slice(0, opened.at);
    const address = withoutParentheses(target.address);
    this.#out += !opened.picture && isAllowed(address) ? `[${label}](${address})` : label;
    this.#at = target.end;
  }

  /** The address behind the bracket that closes here, and where the text goes on. */
  #target(): { readonly address: string; readonly end: number } | undefined {
    const next = this.#text[this.#at + 1];
    if (next === '(') return this.#inlineTarget(this.#at + 2);
    if (next !== '[') return undefined;
    const end = this.#text.indexOf(']', this.#at + 2);
    if (end < 0 || end - this.#at > 202) return undefined;
    const address = this.#addresses.get(this.#text.slice(this.#at + 2, end).toLowerCase());
    return address === undefined ? undefined : { address, end: end + 1 };
  }

  #inlineTarget(from: number): { readonly address: string; readonly end: number } | undefined {
    let depth = 1;
    for (let at = from; at < Math.min(this.#text.length, from + longestAddress); at++) {
      const character = this.#text[at];
      if (character === '(') depth += 1;
      else if (character === ')') depth -= 1;
      if (depth > 0) continue;
      const [address = ''] = this.#text.slice(from, at).trim().split(/\s/, 1);
      return { address: address.replace(/^<|>$/g, ''), end: at + 1 };
    }
    return undefined;
  }
}

/** They would end the link early for some readers. */
function withoutParentheses(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}

function isAllowed(address: string): boolean {
  return allowed.test(address) && URL.canParse(address);
}
