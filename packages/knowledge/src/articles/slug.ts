import slugify from '@sindresorhus/slugify';
import { articleId } from '../contract.ts';

export const longestSlug = 80;

/** `how-to-pay` */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const tailLength = 8;

/** Of the same title, before an article's id tells them apart. */
const numbered = [2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Names that a title may lead to, best first: the title in ASCII, numbered, and with the end of the article's id, which
 * nobody else has. A title that cannot be written in ASCII has the last one only.
 *
 * @param id uuid of the article
 */
export function slugCandidates(title: string, id: string): readonly string[] {
  const base = shortened(slugify(title, { decamelize: false }));
  const tail = articleId.encode(id).slice(-tailLength);
  if (base === '') return [tail];
  return [base, ...numbered.map(number => `${base}-${number}`), `${base}-${tail}`];
}

/** Leaves room for what is put behind; cut between words where there are some. */
function shortened(slug: string): string {
  const room = longestSlug - tailLength - 1;
  if (slug.length <= room) return slug;
  const words = slug.slice(0, room + 1);
  const end = words.lastIndexOf('-');
  return words.slice(0, end > room / 2 ? end : room).replace(/-$/, '');
}
