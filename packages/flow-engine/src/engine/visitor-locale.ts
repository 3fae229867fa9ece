import type { Json } from '../values/json.ts';

const zones = new Map<string, boolean>();
const locales = new Map<string, boolean>();

/** The zone if there is such a one, else UTC. */
export function knownTimeZone(zone: Json | undefined): string {
  return typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
}

/** Whether the runtime knows an IANA zone by this name. */
export function isTimeZone(zone: string): boolean {
  return remembered(zones, zone, () => new Intl.DateTimeFormat('en', { timeZone: zone }));
}

/** The locale if it is a well-formed tag, else `en`. */
export function knownLocale(locale: Json | undefined): string {
  if (typeof locale !== 'string') return 'en';
  return remembered(locales, locale, () => Intl.getCanonicalLocales(locale)) && locale !== '' ? locale : 'en';
}

/** Visitors name their own, so that what is remembered is bounded. */
function remembered(memory: Map<string, boolean>, name: string, attempt: () => unknown): boolean {
  const known = memory.get(name);
  if (known !== undefined) return known;
  if (name.length > 64) return false;
  let works = true;
  try {
    attempt();
  } catch {
    works = false;
  }
  if (memory.size >= 1_000) memory.clear();
  memory.set(name, works);
  return works;
}
