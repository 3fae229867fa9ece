import type { Reply } from '../engine/input.ts';
import type { InputRequest } from '../engine/input-request.ts';
import { asText } from '../text/as-text.ts';
import type { Json } from '../values/json.ts';

const day = 86_400_000;
const mostPoints = 100;

/** Replies that a question may well take, different enough to lead different ways. */
export function sampleReplies(request: InputRequest, literals: readonly Json[], now: number): readonly Reply[] {
  switch (request.kind) {
    case 'choice':
      return (request.options ?? []).map(({ id }) => ({ choiceId: id }));
    case 'choices':
      return choicesOf(request);
    case 'rating':
      return pointsOf(request).map(value => ({ value }));
    case 'number':
      return [...literals.filter(isNumber), ...boundsOf(request), 0, 1, 7, 100].map(value => ({ value }));
    case 'email':
      return texts([...literals.filter(hasAt), 'ada@example.com', 'grace.hopper@example.org']);
    case 'phone':
      return texts([...literals.filter(hasDigits), '+49 30 901820', '+1 212 555 0123']);
    case 'url':
      return texts([...literals.filter(isUrl), 'https://example.com', 'https://example.org/about']);
    case 'date':
      return dates(request, literals, now);
    case 'file':
      return [{ files: [fileFor(request)] }];
    case 'location':
      return texts([...literals, 'Berlin', 'Paris']);
    case 'text':
      return texts([...literals, 'Ada Lovelace', 'I would like to know more.', 'yes', 'no', '42']);
  }
}

/** Replies that few questions take. */
export function oddReplies({ kind }: InputRequest): readonly Reply[] {
  const wrongKind: Reply = kind === 'choice' || kind === 'choices' ? { text: 'neither of them' } : { choiceId: 'x' };
  return [{ text: '' }, { text: '???' }, wrongKind, { value: -1e9 }, { value: { a: [] } }, { files: [] }];
}

const texts = (values: readonly Json[]): Reply[] => values.map(value => ({ text: asText(value) }));
const isNumber = (value: Json) => typeof value === 'number';
const hasAt = (value: Json) => typeof value === 'string' && value.includes('@');
const hasDigits = (value: Json) => /\d{4}/.test(asText(value));
const isUrl = (value: Json) => typeof value === 'string' && URL.canParse(value);

/** Each one alone, then all, as far as so many are allowed. */
function choicesOf({ options = [], min = 1, max = options.length }: InputRequest): Reply[] {
  const ids = options.map(({ id }) => id);
  const starts = ids.map((_, start) => [...ids.slice(start), ...ids.slice(0, start)].slice(0, Math.max(min, 1)));
  return [...starts, ids.slice(0, max)].map(choiceIds => ({ choiceIds }));
}

function pointsOf({ min = 1, max = 5 }: InputRequest): number[] {
  const count = Math.min(Math.max(Math.floor(max - min) + 1, 1), mostPoints);
  return Array.from({ length: count }, (_, index) => min + index);
}

function boundsOf({ min, max }: InputRequest): number[] {
  return [min, max].flatMap(bound => (bound === undefined ? [] : [bound, bound - 1, bound + 1]));
}

function dates({ withTime }: InputRequest, literals: readonly Json[], now: number): Reply[] {
  const near = [1, 2, 3, 7, 30].map(days => new Date(now + days * day).toISOString().slice(0, 10));
  const days = [...literals.filter(value => /^\d{4}-\d\d-\d\d/.test(asText(value))), ...near].map(asText);
  return texts(
    withTime ? days.flatMap(date => (date.length > 10 ? [date] : [`${date} 10:00`, `${date} 15:30`])) : days,
  );
}

const typesByExtension: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

function fileFor({ accept = [], maxBytes = 1_000 }: InputRequest) {
  const fits = ([extension, type]: [string, string]) =>
    accept.some(
      rule => rule === type || rule === `${type.split('/')[0]}/*` || rule.replace(/^\*?\./, '') === extension,
    );
  const [extension, type] = Object.entries(typesByExtension).find(fits) ?? ['pdf', 'application/pdf'];
  const name = `sample.${extension}`;
  return { id: 'sample', name, url: `https://example.com/${name}`, bytes: Math.min(maxBytes, 1_000), type };
}
