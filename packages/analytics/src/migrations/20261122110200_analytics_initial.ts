import { Migration } from '@mikro-orm/migrations';

const tables = ['rollup_alarms', 'stale_quarters', 'count_rollups', 'node_rollups', 'day_courses'];

export class AnalyticsInitial extends Migration {
  override name = '20261122110200_analytics_initial';

  override up(): void {
    this.addSql(`create table "rollup_alarms" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "due_at" timestamptz(3) null,
      primary key ("workspace_id", "chatbot_id"))`);
    this.addSql(`create index "rollup_alarms_due" on "rollup_alarms" ("due_at")`);
    this.addSql(`create table "stale_quarters" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "starts_at" timestamptz(3) not null,
      primary key ("workspace_id", "chatbot_id", "starts_at"))`);
    this.addSql(`create table "count_rollups" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "grain" text not null,
      "starts_at" timestamptz(3) not null,
      "channel" text not null,
      "views" int not null,
      "starts" int not null,
      "responses" int not null,
      "completions" int not null,
      "handovers" int not null,
      "contained" int not null,
      "ended" int not null,
      "abandoned" int not null,
      "ratings" int not null,
      "good_ratings" int not null,
      "durations" jsonb not null,
      primary key ("workspace_id", "chatbot_id", "grain", "starts_at", "channel"))`);
    this.addSql(`create table "node_rollups" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "grain" text not null,
      "starts_at" timestamptz(3) not null,
      "flow_version_id" uuid not null,
      "passes" jsonb not null,
      primary key ("workspace_id", "chatbot_id", "grain", "starts_at", "flow_version_id"))`);
    this.addSql(`create table "day_courses" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "starts_at" timestamptz(3) not null,
      "channel" text not null,
      "views" int[] not null,
      "starts" int[] not null,
      "responses" int[] not null,
      "completions" int[] not null,
      primary key ("workspace_id", "chatbot_id", "starts_at", "channel"))`);
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
    this.addSql(`create policy "rollup_alarms_worker" on "rollup_alarms" to "conferbot_worker" using (true)`);
  }

  override down(): void {
    for (const table of tables.toReversed()) this.addSql(`drop table "${table}"`);
  }
}
