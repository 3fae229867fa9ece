import { defineService, type Plan } from '@conferbot/plugin';

/** API calls of a workspace in the current calendar month (UTC). */
export interface UsageReport {
  /** `2026-11` */
  readonly month: string;
  readonly plan: Plan;
  /** Calls that the plan includes each month; null without a limit. */
  readonly quota: number | null;
  readonly used: number;
  /** Null without a limit. */
  readonly remaining: number | null;
  /** When the next month starts: ISO 8601. */
  readonly resetsAt: string;
  /** Every day of the month so far, oldest first. */
  readonly daily: readonly { readonly date: string; readonly calls: number }[];
  /** Tools and protocol methods, most called first. */
  readonly byTool: readonly { readonly tool: string; readonly calls: number }[];
}

/** Reports on the workspace of the call. */
export interface UsageReports {
  currentMonth(): Promise<UsageReport>;
}

export const usageReport = defineService<UsageReports>('accounts.usage-report');
