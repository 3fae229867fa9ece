import { Migration } from '@mikro-orm/migrations';

export class RuntimeInitial extends Migration {
  override name = '20261122090000_runtime_initial';

  override up(): void {
    this.addSql(`create table "job_schedules" (
      "name" text not null,
      "next_run_at" timestamptz(3) not null,
      "locked_until" timestamptz(3) null,
      "last_error" text null,
      primary key ("name"))`);
    this.addSql(`alter table "job_schedules" enable row level security`);
    this.addSql(`alter table "job_schedules" force row level security`);
    this.addSql(`create policy "job_schedules_worker" on "job_schedules" to "conferbot_worker" using (true)`);

    this.addSql(`create table "outbox" (
      "workspace_id" uuid not null,
      "position" bigserial not null,
      "subscriber" text not null,
      "event_id" uuid not null,
      "event_name" text not null,
      "payload" jsonb not null,
      "occurred_at" timestamptz(3) not null,
      "attempts" int not null default 0,
      "next_attempt_at" timestamptz(3) null,
      "last_error" text null,
      primary key ("workspace_id", "position"))`);
    this.addSql(`create index "outbox_head" on "outbox" ("workspace_id", "subscriber", "position")`);
    this.addSql(`create index "outbox_due" on "outbox" ("next_attempt_at")`);
    this.addSql(`alter table "outbox" enable row level security`);
    this.addSql(`alter table "outbox" force row level security`);
    this.addSql(
      `create policy "workspace_isolation" on "outbox" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
    );
    this.addSql(`create policy "outbox_worker" on "outbox" to "conferbot_worker" using (true)`);
  }

  override down(): void {
    this.addSql(`drop table "outbox"`);
    this.addSql(`drop table "job_schedules"`);
  }
}
