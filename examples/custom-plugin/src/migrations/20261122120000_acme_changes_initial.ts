import { Migration } from '@mikro-orm/migrations';

export class AcmeChangesInitial extends Migration {
  override name = '20261122120000_acme_changes_initial';

  override up(): void {
    this.addSql(`create table "acme_chatbot_changes" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "name" text not null,
      "disabled" boolean not null,
      "changed_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(
      `create index "acme_chatbot_changes_chatbot" on "acme_chatbot_changes" ("workspace_id", "chatbot_id", "changed_at")`,
    );
    this.addSql(`alter table "acme_chatbot_changes" enable row level security`);
    this.addSql(`alter table "acme_chatbot_changes" force row level security`);
    this.addSql(
      `create policy "workspace_isolation" on "acme_chatbot_changes" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
    );
  }

  override down(): void {
    this.addSql(`drop table "acme_chatbot_changes"`);
  }
}
