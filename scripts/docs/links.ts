import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorOf } from './anchor.ts';
import { type Document, readDocument } from './document.ts';

/** Links to files and headings of the repository that lead nowhere. */
export function deadLinks(root: string, document: Document): string[] {
  const targets = [...document.prose.matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)].map(([, target = '']) => target);
  return targets.filter(target => !/^[a-z][a-z+.-]*:/.test(target) && !leadsSomewhere(root, document, target));
}

function leadsSomewhere(root: string, document: Document, target: string): boolean {
  const [path = '', anchor] = decodeURI(target).split('#');
  const file = path === '' ? document.path : normalize(join(dirname(document.path), path));
  if (!existsSync(join(root, file))) return false;
  if (anchor === undefined || !file.endsWith('.md')) return true;
  return statSync(join(root, file)).isFile() && headings(readDocument(root, file)).includes(anchor);
}

function headings(document: Document): string[] {
  return [...document.prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, title = '']) => anchorOf(title));
}
