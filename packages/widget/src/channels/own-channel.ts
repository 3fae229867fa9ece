import { z } from 'zod';
import type { ChannelType } from './channel-type.ts';

/** A channel of this server itself: always there, with nothing to set up. */
export function ownChannel(spec: Required<Pick<ChannelType, 'type' | 'title' | 'shown'>>): ChannelType {
  return { ...spec, config: z.object({}), secrets: [], state: () => ({ status: 'connected', reason: null }) };
}
