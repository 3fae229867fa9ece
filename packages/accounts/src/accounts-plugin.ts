import { definePlugin, type Plugin, provide } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { usageReport } from './contract.ts';
import { ApiKeyRecord } from './keys/api-key-record.ts';
import { migrations } from './migrations/index.ts';
import { reportUsage } from './usage/report-usage.ts';
import { UsageDay } from './usage/usage-day.ts';
import type { UsageLedger } from './usage/usage-ledger.ts';
import { UsageMonth } from './usage/usage-month.ts';
import { WorkspaceRecord } from './workspaces/workspace-record.ts';

/** A call may read the accounts of its workspace, and erase them with it; nothing else. */
const callRights = ['select', 'delete'] as const;
const controlRights = ['select', 'insert', 'update'] as const;

function inEveryTable<R>(rights: R) {
  return { workspaces: rights, api_keys: rights, usage_days: rights, usage_months: rights };
}

/** Tables of accounts, and reports of usage for whoever asks. */
export function accountsPlugin(ledger: UsageLedger, now: () => number): Plugin {
  return definePlugin({
    id: 'accounts',
    version: manifest.version,
    storage: {
      entities: [WorkspaceRecord, ApiKeyRecord, UsageDay, UsageMonth],
      migrations,
      rights: { app: inEveryTable(callRights), control: inEveryTable(controlRights) },
    },
    provides: [
      provide(usageReport, ctx => ({
        async currentMonth() {
          const { byKey: _, ...report } = await reportUsage(ledger, ctx.sql, ctx.workspace, now());
          return report;
        },
      })),
    ],
  });
}
