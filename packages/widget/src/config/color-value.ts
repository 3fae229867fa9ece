import { z } from 'zod';

const form = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;

/** A hexadecimal colour, to lower case and two digits a part: `#F80` is `#ff8800`. */
export const colorValue = z
  .string()
  .trim()
  .regex(form, 'Expected a hexadecimal colour, such as #0100ec.')
  .transform(written => {
    const digits = written.slice(1).toLowerCase();
    return `#${digits.length > 4 ? digits : [...digits].map(digit => digit + digit).join('')}`;
  });
