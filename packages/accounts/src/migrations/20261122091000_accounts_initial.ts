import { Migration } from '@mikro-orm/migrations';

const tables = ['workspaces', 'api_keys', 'usage_days', 'usage_months'];

export class AccountsInitial extends Migration {
  override name = '20261122091000_accounts_initial';

  override up(): void {
    this.addSql(`create table "workspaces" (
      "workspace_id" uuid not null,
      "name" text not null,
      "plan" text not null,
      "timezone" text not null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id"))`);

    this.addSql(`create table "api_keys" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "name" text not null,
      "prefix" text not null,
      "hash" bytea not null,
      "scopes" text[] not null,
      "plugins" text[] null,
      "rate_limit_per_minute" int null,
      "confirm_destructive" boolean not null default false,
      "created_at" timestamptz(3) not null,
      "expires_at" timestamptz(3) null,
      "revoked_at" timestamptz(3) null,
      "last_used_at" timestamptz(3) null,
      primary key ("workspace_id", "id"))`);
    this.addSql(`alter table "api_keys" add constraint "api_keys_hash" unique ("hash")`);

    this.addSql(`create table "usage_days" (
      "workspace_id" uuid not null,
      "day" date not null,
      "key_id" uuid not null,
      "tool" text not null,
      "calls" bigint not null,
      primary key ("workspace_id", "day", "key_id", "tool"))`);

    this.addSql(`create table "usage_months" (
      "workspace_id" uuid not null,
      "month" date not null,
      "granted" bigint not null,
      primary key ("workspace_id", "month"))`);

    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
      this.addSql(`create policy "control_access" on "${table}" to "conferbot_control" using (true)`);
    }
  }

  override down(): void {
    for (const table of tables.toReversed()) this.addSql(`drop table "${table}"`);
  }
}
