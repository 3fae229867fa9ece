import { z } from 'zod';

const longest = 2048;

/** A whole address of the web. What browsers run or read from elsewhere, such as `javascript:`, is none. */
export const addressValue = z
  .string()
  .trim()
  .max(longest, `Expected an address of up to ${longest} characters.`)
  .refine(isWebAddress, 'Expected a whole address that begins with https:// or http:// and holds no password.')
  .transform(address => new URL(address).href);

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
