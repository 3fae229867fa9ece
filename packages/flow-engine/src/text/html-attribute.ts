import { decodeEntities } from './html-entity.ts';

const attribute = /([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;

/** The value of an attribute of a tag, decoded; undefined where it has none of that name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const masked: string[] = [];
  // Quotes within a placeholder do not end a value.
  const flat = attributes.replace(/\{\{[^{}]{0,400}\}\}|\$\{[^{}]{0,400}\}/g, placeholder => {
    masked.push(placeholder);
    return `\0${masked.length - 1}\0`;
  });
  for (const [, written = '', double, single, bare] of flat.matchAll(attribute)) {
    if (written.toLowerCase() !== name) continue;
    const value = decodeEntities(double ?? single ?? bare ?? '');
    return value.replace(/\0(\d+)\0/g, (_all, index: string) => masked[Number(index)] ?? '');
  }
  return undefined;
}
