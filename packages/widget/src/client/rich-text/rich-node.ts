/** Formatted text as data: the only things that texts of others can become. There is no way from here to a script. */
export type RichNode = string | RichElement;

export interface RichElement {
  readonly tag: RichTag;
  /** Of `a`: checked by `linkAddress`. */
  readonly href?: string;
  /** Of `img`: checked by `webAddress`. */
  readonly src?: string;
  readonly alt?: string;
  /** Of `ol`: its first number. */
  readonly start?: number;
  readonly children: readonly RichNode[];
}

export type RichTag = (typeof richTags)[number];

export const richTags = [
  'p',
  'div',
  'br',
  'hr',
  'strong',
  'em',
  's',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'img',
] as const;

/** Quotations and lists within each other at most: deeper ones are flat. */
export const deepest = 8;

export const element = (tag: RichTag, children: readonly RichNode[], rest?: Partial<RichElement>): RichElement => ({
  tag,
  children,
  ...rest,
});

/** A heading below the title of the chat. */
export function headingTag(level: number): RichTag {
  return (['h3', 'h3', 'h4', 'h5', 'h6', 'h6'] as const)[level - 1] ?? 'h6';
}
