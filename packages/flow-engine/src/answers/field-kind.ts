import type { Reply } from '../engine/input.ts';
import type { InputRequest } from '../engine/input-request.ts';
import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { readFiles } from './file.ts';
import { readName } from './name.ts';
import { readNumber } from './number.ts';
import { readPhone } from './phone.ts';
import { type Read, readText, taken } from './reading.ts';
import { readUrl } from './url.ts';

/** What one field that can ask for anything asks for. */
export type FieldKind = 'name' | 'email' | 'number' | 'url' | 'phone' | 'file' | 'date' | 'text';

const kinds: ReadonlyMap<string, FieldKind> = new Map([
  ['name', 'name'],
  ['email', 'email'],
  ['number', 'number'],
  ['url', 'url'],
  ['mobile', 'phone'],
  ['phone', 'phone'],
  ['file', 'file'],
  ['date', 'date'],
  ['text', 'text'],
]);

/** The kind by its name; a name that is not known asks for text. */
export function fieldKind(written: string): FieldKind {
  return kinds.get(written.trim().toLowerCase()) ?? 'text';
}

const fileBounds = { accept: [], maxBytes: 5 * 1_048_576, maxFiles: 1 };

export function requestOf(kind: FieldKind, timeZone: string): Omit<InputRequest, 'nodeId'> {
  switch (kind) {
    case 'name':
      return { kind: 'text' };
    case 'file':
      return { kind, maxBytes: fileBounds.maxBytes, maxFiles: fileBounds.maxFiles };
    case 'date':
      return { kind, timeZone };
    default:
      return { kind };
  }
}

/** Where the visitor is. */
interface Place {
  readonly locale: string;
  readonly timeZone: string;
}

export function readField(kind: FieldKind, reply: Reply, { locale, timeZone }: Place): Read<string | number> {
  switch (kind) {
    case 'name':
      return readName(reply);
    case 'email':
      return readEmail(reply);
    case 'number':
      return readNumber(reply, locale);
    case 'url':
      return readUrl(reply);
    case 'phone':
      return readPhone(reply, locale);
    case 'date':
      return readDate(reply, { withTime: false, timeZone });
    case 'text':
      return readText(reply);
    case 'file': {
      const files = readFiles(reply, fileBounds);
      return files.ok ? taken(files.value[0]?.url ?? '') : files;
    }
  }
}
