import { Migration } from '@mikro-orm/migrations';

export class ChatbotsInitial extends Migration {
  override name = '20261122090100_chatbots_initial';

  override up(): void {
    this.addSql(`create table "chatbots" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "name" text not null,
      "description" text not null default '',
      "disabled" boolean not null default false,
      "published_version_id" uuid null,
      "response_count" int not null default 0,
      "created_at" timestamptz(3) not null,
      "updated_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(`create index "chatbots_newest" on "chatbots" ("workspace_id", "created_at", "id")`);
    this.addSql(`alter table "chatbots" enable row level security`);
    this.addSql(`alter table "chatbots" force row level security`);
    this.addSql(
      `create policy "workspace_isolation" on "chatbots" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
    );
  }

  override down(): void {
    this.addSql(`drop table "chatbots"`);
  }
}
