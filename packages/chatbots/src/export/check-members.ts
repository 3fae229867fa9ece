import { invalidArgument } from '@conferbot/plugin';

/** The store keeps no JSON that nests deeper. */
const mostLevels = 64;

/**
 * Bounds a document before anything reads it.
 *
 * @throws Fault `invalid_argument` where it nests too deep, or has a member that could pass for a prototype
 */
export function checkMembers(document: object): void {
  checkBelow(document, []);
}

function checkBelow(value: object, path: string[]): void {
  if (path.length >= mostLevels) {
    throw invalidArgument(pathOf(path), `A document must not nest deeper than ${mostLevels} levels.`);
  }
  for (const [name, member] of Object.entries(value)) {
    path.push(name);
    if (name === '__proto__') throw invalidArgument(pathOf(path), 'No member may have this name.');
    if (typeof member === 'object' && member !== null) checkBelow(member, path);
    path.pop();
  }
}

function pathOf(path: readonly string[]): string {
  return path.join('.').slice(0, 200);
}
