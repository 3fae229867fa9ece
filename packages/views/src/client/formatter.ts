import type { Field, Format } from '../document.ts';
import { isRow, lookUp } from './look-up.ts';

/** Values as text, in the language and the time zone of the host. */
export class Formatter {
  readonly #numbers: Intl.NumberFormat;
  readonly #percents: Intl.NumberFormat;
  readonly #changes: Intl.NumberFormat;
  readonly #instants: Intl.DateTimeFormat;
  readonly #days: Intl.DateTimeFormat;

  constructor(locale?: string, timeZone?: string) {
    const percent = { style: 'percent', maximumFractionDigits: 1 } as const;
    this.#numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.#percents = new Intl.NumberFormat(locale, percent);
    this.#changes = new Intl.NumberFormat(locale, { ...percent, signDisplay: 'exceptZero' });
    this.#instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
    this.#days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** The value of a field in a row; undefined where there is none. */
  field(row: unknown, { path, format }: Field): string | undefined {
    return this.value(lookUp(row, path), format);
  }

  value(value: unknown, format: Format = 'text'): string | undefined {
    if (format === 'rate') return this.#rate(value);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'number') return this.#figure(value, format);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (Array.isArray(value)) return value.map(one => this.value(one) ?? '').join(', ');
    if (typeof value !== 'string') return JSON.stringify(value);
    return format === 'instant' || format === 'day' ? this.#date(value, format) : value;
  }

  /** What a rate is made of: "9 of 20"; undefined for what is no rate. */
  parts(value: unknown): string | undefined {
    if (!isRow(value) || typeof value.numerator !== 'number' || typeof value.denominator !== 'number') {
      return undefined;
    }
    const parts = `${this.number(value.numerator)} of ${this.number(value.denominator)}`;
    return value.lowSample === true ? `${parts}, few to tell` : parts;
  }

  #rate(value: unknown): string | undefined {
    if (!isRow(value)) return undefined;
    return typeof value.value === 'number' ? this.#percents.format(value.value) : '–';
  }

  #figure(value: number, format: Format): string {
    switch (format) {
      case 'percent':
        return this.#percents.format(value);
      case 'change':
        return this.#changes.format(value);
      case 'seconds':
        return this.#duration(value);
      case 'milliseconds':
        return value < 1000 ? `${this.number(value)} ms` : this.#duration(value / 1000);
      default:
        return this.number(value);
    }
  }

  #duration(seconds: number): string {
    if (seconds < 60) return `${this.number(Math.round(seconds * 10) / 10)} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
    return `${this.number(Math.floor(minutes / 60))} h ${minutes % 60} min`;
  }

  #date(value: string, format: 'instant' | 'day'): string {
    const date = new Date(value);
    if (Number.isNaN(date.getTime())) return value;
    return (format === 'day' ? this.#days : this.#instants).format(date);
  }
}
