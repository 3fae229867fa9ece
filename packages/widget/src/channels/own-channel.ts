import { z } from 'zod';
import type { ChannelType } from './channel-type.ts';

/** A channel of this server itself: always there, with nothing to set up but a key that is made here. */
export function ownChannel(spec: Required<Pick<ChannelType, 'type' | 'title' | 'key' | 'shown'>>): ChannelType {
  return {
    ...spec,
    config: z.object({}),
    secrets: [spec.key.name],
    state: () => ({ status: 'connected', reason: null }),
  };
}
