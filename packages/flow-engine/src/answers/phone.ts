import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Reply } from '../engine/input.ts';
import { type Read, readText, refused, taken } from './reading.ts';

const problem = 'Please enter a valid phone number, such as +1 212 555 0123.';
const plainNumber = /^\+?\d{7,15}$/;

/**
 * A phone number, as E.164 where it can be one.
 *
 * @param locale its region is where numbers without a country code are from
 */
export function readPhone(reply: Reply, locale: string): Read<string> {
  const text = readText(reply, problem);
  if (!text.ok) return text;
  const country = regionOf(locale);
  const parsed = parsePhoneNumberFromString(text.value, {
    extract: false,
    ...(country !== undefined && { defaultCountry: country }),
  });
  if (parsed?.isPossible()) return taken(parsed.number);
  const digits = text.value.replace(/[\s()-]/g, '');
  return plainNumber.test(digits) ? taken(digits) : refused(problem);
}

function regionOf(locale: string): CountryCode | undefined {
  const { region = '' } = new Intl.Locale(locale);
  return isSupportedCountry(region) ? region : undefined;
}
