import { z } from 'zod';
import type { ChannelType } from './channel-type.ts';

interface VendorChannel {
  readonly type: string;
  readonly title: string;
  /** Descriptions of what it is set up with, by key. */
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

const field = (description: string) => z.string().trim().min(1).max(4096).describe(description);

/** A channel of somebody else's. This server delivers to none yet, and says so of one that is fully set up. */
export function vendorChannel({ type, title, settings, secrets }: VendorChannel): ChannelType {
  const fields = Object.entries({ ...settings, ...secrets }).map(([key, about]) => [key, field(about)] as const);
  const config = z.object(Object.fromEntries(fields));
  return {
    type,
    title,
    config,
    secrets: Object.keys(secrets),
    state: given => ({
      status: 'disconnected',
      reason: config.safeParse(given).success ? 'not_supported' : 'not_configured',
    }),
  };
}
