import { storyStart } from './clock.ts';

const id = /\b([a-z]{3,4})_[0-9a-z]{26}\b/g;
const uuid = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g;
const secret = /\b(whsec)_[\w+/=-]+/g;
const hint = /••••[\w+/=-]{4}/g;
const cursor = /^\w{60,}={0,2}$/;
/** Fences round what authors wrote, in prompts. */
const fence = /\b[\da-f]{32}\b/g;
const moment = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** How long the story takes at most, and what it plans: moments in it are told as its start. */
const storyLength = 20 * 60_000;

/** Numbers of these members are measured, and differ from run to run. */
const measured = /(?:Ms|Seconds|^p\d\d)$/;

/** Tells what differs from run to run in a form that does not: `bot_1` for an id, in the order of appearance. */
export class Stable {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  of(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map(item => this.of(item));
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, member]) => [
      this.#text(name),
      measured.test(name) && typeof member === 'number' ? 0 : this.of(member),
    ]);
    return Object.fromEntries(members);
  }

  #text(text: string): string {
    return text
      .replace(id, (found, prefix) => this.#name(found, prefix, '_'))
      .replace(uuid, found => this.#name(found, 'uuid', '-'))
      .replace(secret, '$1_…')
      .replace(fence, '…')
      .replace(hint, '••••wxyz')
      .replace(cursor, found => `${found.slice(0, 4)}…`)
      .replace(moment, found => {
        const later = Date.parse(found) - storyStart;
        return later >= 0 && later < storyLength ? new Date(storyStart).toISOString() : found;
      });
  }

  #name(found: string, prefix: string, joint: string): string {
    const known = this.#names.get(found);
    if (known !== undefined) return known;
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    const name = `${prefix}${joint}${count}`;
    this.#names.set(found, name);
    return name;
  }
}
