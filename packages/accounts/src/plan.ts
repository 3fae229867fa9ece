import type { Plan } from '@conferbot/plugin';

/** The plans, from the smallest. */
export const plans = ['free', 'starter', 'pro', 'business', 'enterprise'] as const satisfies readonly Plan[];

const quotas: Readonly<Record<Plan, number | null>> = {
  free: 0,
  starter: 10_000,
  pro: 50_000,
  business: 200_000,
  enterprise: null,
};

/** API calls that a plan includes each calendar month (UTC); null without a limit, 0 without API access. */
export function monthlyQuota(plan: Plan): number | null {
  return quotas[plan];
}

/** API calls that a key may make in any 60 seconds, unless the key was made with a limit of its own. */
export const defaultRateLimit = 60;
