/** What a clock and a calendar on the wall of a time zone show. */
export interface ZonedTime {
  /** yyyy-MM-dd */
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Since midnight, 0 to 1439. */
  readonly minute: number;
}

const utc = 'UTC';
const cacheSize = 100;
const formats = new Map<string, Intl.DateTimeFormat>();

/** @param timeZone IANA name; an unknown one is read as UTC */
export function zonedTime(epochMs: number, timeZone: string): ZonedTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(epochMs)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  return { date: midnight.toISOString().slice(0, 10), weekday: midnight.getUTCDay(), minute: hour * 60 + minute };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = createFormat(timeZone);
  if (formats.size >= cacheSize) formats.clear();
  formats.set(timeZone, format);
  return format;
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const options = { ...fields, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: utc });
  }
}
