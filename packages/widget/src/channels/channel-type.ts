import type { z } from 'zod';
import type { WidgetPlaces } from '../deployment.ts';

export const channelStatuses = ['connected', 'disconnected', 'error'] as const;

/** How a channel stands, and why where it does not work. */
export interface ChannelState {
  readonly status: (typeof channelStatuses)[number];
  readonly reason: 'not_configured' | 'not_supported' | null;
}

/** A secret that this server makes for whoever talks to it. */
export interface ChannelKey {
  /** Where it stands in the config. */
  readonly name: string;
  /** How each of them begins. */
  readonly prefix: string;
}

/** One kind of way to talk to a chatbot. */
export interface ChannelType {
  readonly type: string;
  /** Name of a channel that was given none. */
  readonly title: string;
  /** What a connection is set up with: an object of texts, each described. */
  readonly config: z.ZodObject<Readonly<Record<string, z.ZodString>>>;
  /** Keys of the config that are never shown. */
  readonly secrets: readonly string[];
  /** Made here, on demand; one of `secrets`. */
  readonly key?: ChannelKey;
  /** What else stands in its config when it is shown; nothing of it is stored. */
  readonly shown?: (places: WidgetPlaces) => Readonly<Record<string, string>>;
  readonly state: (config: Readonly<Record<string, string>>) => ChannelState;
}
