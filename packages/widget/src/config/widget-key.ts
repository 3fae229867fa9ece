import type { z } from 'zod';
import type { WidgetConfig } from '../client/chat-config.ts';

/** Null where nothing is set, such as a picture that there is none of. */
export type SettingValue = string | number | boolean | null;

/** One setting of a widget: what it takes, and what holds while its owner says nothing. */
export interface WidgetKey {
  readonly description: string;
  /** Reads what an owner writes, to the one form that is stored. */
  readonly schema: z.ZodType<string | number | boolean>;
  /** A function where it follows from what the owner does say. */
  readonly standard: SettingValue | ((given: WidgetConfig) => SettingValue);
}
