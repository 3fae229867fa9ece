import { Migration } from '@mikro-orm/migrations';

const tables = ['webhooks', 'webhook_deliveries', 'webhook_attempts', 'webhook_alarms'];

export class WebhooksInitial extends Migration {
  override name = '20261122090600_webhooks_initial';

  override up(): void {
    this.#createWebhooks();
    this.#createDeliveries();
    this.#createAttempts();
    this.#createAlarms();
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
    this.addSql(`create policy "webhook_alarms_worker" on "webhook_alarms" to "conferbot_worker" using (true)`);
  }

  #createWebhooks(): void {
    this.addSql(`create table "webhooks" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "url" text not null,
      "events" jsonb not null,
      "description" text not null,
      "status" text not null,
      "status_reason" text null,
      "secret" text not null,
      "secret_hint" text not null,
      "old_secrets" jsonb not null,
      "failures" int not null default 0,
      "failing_since" timestamptz(3) null,
      "last_status" text null,
      "last_status_code" int null,
      "last_at" timestamptz(3) null,
      "created_at" timestamptz(3) not null,
      "updated_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(`create index "webhooks_chatbot" on "webhooks" ("workspace_id", "chatbot_id")`);
    this.addSql(`create index "webhooks_created" on "webhooks" ("workspace_id", "created_at", "id")`);
  }

  #createDeliveries(): void {
    this.addSql(`create table "webhook_deliveries" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "webhook_id" uuid not null,
      "position" bigserial not null,
      "message_id" uuid not null,
      "event_id" uuid null,
      "event" text not null,
      "order_key" text null,
      "forced" boolean not null,
      "body" text not null,
      "status" text not null,
      "due_at" timestamptz(3) null,
      "lease_id" uuid null,
      "attempts" int not null default 0,
      "failures" int not null default 0,
      "first_pending" boolean not null,
      "attempted_at" timestamptz(3) null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_event" unique ("workspace_id", "event_id", "webhook_id")`,
    );
    this.addSql(
      `create index "webhook_deliveries_log" on "webhook_deliveries" ("workspace_id", "webhook_id", "created_at", "id")`,
    );
    this.addSql(
      `create index "webhook_deliveries_due" on "webhook_deliveries" ("workspace_id", "webhook_id", "due_at") where due_at is not null`,
    );
    this.addSql(
      `create index "webhook_deliveries_leased" on "webhook_deliveries" ("workspace_id", "webhook_id") where lease_id is not null`,
    );
    this.addSql(
      `create index "webhook_deliveries_order" on "webhook_deliveries" ("workspace_id", "webhook_id", "order_key", "position") where first_pending`,
    );
  }

  #createAttempts(): void {
    this.addSql(`create table "webhook_attempts" (
      "workspace_id" uuid not null,
      "delivery_id" uuid not null,
      "number" int not null,
      "started_at" timestamptz(3) not null,
      "duration_ms" int null,
      "status_code" int null,
      "error_kind" text null,
      "error_message" text null,
      "response_body" bytea null,
      primary key ("workspace_id", "delivery_id", "number"))`);
  }

  #createAlarms(): void {
    this.addSql(`create table "webhook_alarms" (
      "workspace_id" uuid not null,
      "webhook_id" uuid not null,
      "kind" text not null,
      "due_at" timestamptz(3) not null,
      primary key ("workspace_id", "webhook_id", "kind"))`);
    this.addSql(`create index "webhook_alarms_due" on "webhook_alarms" ("kind", "due_at")`);
  }

  override down(): void {
    for (const table of tables) this.addSql(`drop table "${table}"`);
  }
}
