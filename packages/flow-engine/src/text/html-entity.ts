const named: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', colon: ':', lpar: '(', rpar: ')' },
  ...{ hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
  ...{ laquo: '«', raquo: '»', bull: '•', middot: '·', deg: '°', times: '×', copy: '©', reg: '®', trade: '™' },
  ...{ euro: '€', pound: '£', yen: '¥', cent: '¢', sect: '§', iexcl: '¡', iquest: '¿', shy: '\u00ad' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß' },
  ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', aring: 'å', aelig: 'æ', ccedil: 'ç', ntilde: 'ñ' },
  ...{ egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï' },
  ...{ ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', oslash: 'ø', ugrave: 'ù', uacute: 'ú', ucirc: 'û' },
  ...{ Agrave: 'À', Aacute: 'Á', Ccedil: 'Ç', Egrave: 'È', Eacute: 'É', Ntilde: 'Ñ', Oslash: 'Ø', Aring: 'Å' },
});

const shape = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/y;

/** The character reference at a place of a text, and what it stands for. */
export function entityAt(text: string, at: number): { readonly source: string; readonly means: string } | undefined {
  shape.lastIndex = at;
  const [source, decimal, hex, name = ''] = shape.exec(text) ?? [];
  if (source === undefined) return undefined;
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
  const means = code === undefined ? named[name] : character(code);
  return means === undefined ? undefined : { source, means };
}

function character(code: number): string {
  const exists = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return exists ? String.fromCodePoint(code) : '\ufffd';
}

/** A text with its character references replaced. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&[#a-zA-Z\d]{2,33};/g, all => entityAt(all, 0)?.means ?? all) : text;
}
