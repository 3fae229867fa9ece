import { Migration } from '@mikro-orm/migrations';

export class FlowsInitial extends Migration {
  override name = '20261122090200_flows_initial';

  override up(): void {
    this.addSql(`create table "flow_drafts" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "revision" int not null,
      "graph" jsonb not null,
      "updated_at" timestamptz(3) not null,
      primary key ("workspace_id", "chatbot_id"))`);
    this.addSql(`create table "flow_versions" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "number" int not null,
      "name" text not null,
      "content_hash" text not null,
      "graph" jsonb not null,
      "node_count" int not null,
      "edge_count" int not null,
      "published_at" timestamptz(3) null,
      "created_at" timestamptz(3) not null,
      "created_by" text not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(
      `alter table "flow_versions" add constraint "flow_versions_number" unique ("workspace_id", "chatbot_id", "number")`,
    );
    for (const table of ['flow_drafts', 'flow_versions']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
  }

  override down(): void {
    this.addSql(`drop table "flow_versions"`);
    this.addSql(`drop table "flow_drafts"`);
  }
}
