import type { Reply, UploadedFile } from '../engine/input.ts';
import { extensionTypes } from './extension-types.ts';
import { type Read, refused, storable, taken } from './reading.ts';

/** What files a question takes. */
export interface FileBounds {
  /** MIME types (`image/png`, `image/*`) and extensions (`.pdf`); none: any. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** The files of a reply, if all of them can be taken. */
export function readFiles({ files = [] }: Reply, { accept, maxBytes, maxFiles }: FileBounds): Read<UploadedFile[]> {
  if (files.length === 0) return refused(maxFiles > 1 ? 'Please send at least one file.' : 'Please send a file.');
  if (files.length > maxFiles) {
    return refused(maxFiles > 1 ? `Please send at most ${maxFiles} files.` : 'Please send one file only.');
  }
  for (const file of files) {
    const name = shortName(file.name);
    if (!(file.bytes <= maxBytes)) return refused(`${name} is too large. The limit is ${megabytes(maxBytes)} MB.`);
    if (file.bytes <= 0) return refused(`${name} is empty.`);
    if (accept.length > 0 && !accept.some(rule => fits(file, rule))) {
      return refused(`Files such as ${name} cannot be taken.${advice(accept)}`);
    }
  }
  return taken(files.map(file => ({ ...file, name: storable(file.name), url: storable(file.url) })));
}

/** What to send instead, where that is short enough to read. */
function advice(accept: readonly string[]): string {
  return accept.length > 12
    ? ''
    : ` Please send one of these types: ${accept.map(rule => rule.replace('/*', '')).join(', ')}.`;
}

const megabytes = (bytes: number) => Math.round((bytes / 1_048_576) * 100) / 100;

/** In a message that is Markdown: nothing of the name is read as such. */
function shortName(name: string): string {
  const shown = storable(name).replace(/[^\p{L}\p{M}\p{N}. -]/gu, '-');
  return shown === '' ? 'The file' : `"${shown.slice(0, 60).toWellFormed()}"`;
}

/** By an extension a file is taken only if its bytes are what the extension says, where that is known. */
function fits({ name, type }: UploadedFile, rule: string): boolean {
  const mime = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (rule === '*/*' || rule === '*') return true;
  if (rule.endsWith('/*')) return mime.startsWith(rule.slice(0, -1));
  if (rule.includes('/')) return mime === rule;
  const extension = rule.replace(/^\*?\./, '');
  if (!name.toLowerCase().endsWith(`.${extension}`)) return false;
  const types = extensionTypes.get(extension);
  return types === undefined || types.some(known => known === mime);
}
