import { invalidArgument } from '@conferbot/plugin';
import { channelId } from '../contract.ts';

/** The channel that a path names, as uuid. @throws Fault `invalid_argument` */
export function channelOfPath({ channelId: id = '' }: Readonly<Record<string, string>>): string {
  const parsed = channelId.input.safeParse(id);
  if (parsed.success) return parsed.data;
  throw invalidArgument('channelId', parsed.error.issues[0]?.message ?? 'Expected the id of a channel.');
}
