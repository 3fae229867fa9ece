import { Migration } from '@mikro-orm/migrations';

// Once published, this stays as it is: a change of the table is another migration, after this one in the plugin.
export class MyNotesInitial extends Migration {
  override name = '20260101000000_my_notes_initial';

  override up(): void {
    this.addSql(`create table "my_notes_entries" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "text" text not null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(`create index "my_notes_entries_created" on "my_notes_entries" ("workspace_id", "created_at")`);
    this.addSql(`alter table "my_notes_entries" enable row level security`);
    this.addSql(`alter table "my_notes_entries" force row level security`);
    this.addSql(
      `create policy "workspace_isolation" on "my_notes_entries" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
    );
  }

  override down(): void {
    this.addSql(`drop table "my_notes_entries"`);
  }
}
