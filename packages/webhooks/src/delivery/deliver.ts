import type { Job } from '@conferbot/plugin';
import type { Courier } from './courier.ts';

/** The safety net: what nobody in this process was woken for, and what is due by the schedule. */
export function deliverWebhooks(courier: Courier): Job {
  return { name: 'deliver-webhooks', every: 1, lease: 25, run: system => courier.run(system) };
}
