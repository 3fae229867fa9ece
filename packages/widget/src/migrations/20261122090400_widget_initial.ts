import { Migration } from '@mikro-orm/migrations';

const tables = ['widget_configs', 'widget_addresses', 'channels'];

export class WidgetInitial extends Migration {
  override name = '20261122090400_widget_initial';

  override up(): void {
    this.addSql(`create table "widget_configs" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "config" jsonb not null,
      "allowed_origins" jsonb not null,
      "revision" int not null,
      "updated_at" timestamptz(3) not null,
      primary key ("workspace_id", "chatbot_id"))`);
    this.addSql(`create table "widget_addresses" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      primary key ("workspace_id", "chatbot_id"))`);
    this.addSql(`create index "widget_addresses_chatbot" on "widget_addresses" ("chatbot_id")`);
    this.addSql(`create table "channels" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "type" text not null,
      "name" text not null,
      "status" text not null,
      "config" jsonb not null,
      "connected_at" timestamptz(3) null,
      primary key ("workspace_id", "id"))`);
    this.addSql(`create index "channels_chatbot" on "channels" ("workspace_id", "chatbot_id")`);
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
    this.addSql(`create policy "widget_addresses_worker" on "widget_addresses" to "conferbot_worker" using (true)`);
  }

  override down(): void {
    for (const table of tables) this.addSql(`drop table "${table}"`);
  }
}
