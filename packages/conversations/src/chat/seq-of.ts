import { invalidArgument } from '@conferbot/plugin';

/** A sequence number as it is written in an address or a header; 0 where there is none. @throws Fault `invalid_argument` */
export function seqOf(written: string | null, name: string): number {
  if (written === null || written === '') return 0;
  if (!/^\d{1,9}$/.test(written)) throw invalidArgument(name, `${name} is the sequence number of a message.`);
  return Number(written);
}
