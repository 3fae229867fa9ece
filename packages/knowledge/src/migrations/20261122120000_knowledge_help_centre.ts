import { Migration } from '@mikro-orm/migrations';

export class KnowledgeHelpCentre extends Migration {
  override name = '20261122120000_knowledge_help_centre';

  override up(): void {
    this.addSql(`create table "help_addresses" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      primary key ("workspace_id", "chatbot_id"))`);
    this.addSql(`create index "help_addresses_chatbot" on "help_addresses" ("chatbot_id")`);
    this.addSql(`alter table "help_addresses" enable row level security`);
    this.addSql(`alter table "help_addresses" force row level security`);
    this.addSql(
      `create policy "workspace_isolation" on "help_addresses" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
    );
    this.addSql(`create policy "help_addresses_worker" on "help_addresses" to "conferbot_worker" using (true)`);
  }

  override down(): void {
    this.addSql(`drop table "help_addresses"`);
  }
}
