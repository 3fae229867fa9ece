import { Migration } from '@mikro-orm/migrations';

export class RuntimeIdempotencyKeys extends Migration {
  override name = '20261123010000_runtime_idempotency_keys';

  override up(): void {
    this.addSql(`create table "idempotency_keys" (
      "workspace_id" uuid not null,
      "key_hash" text not null,
      "answer" text null,
      "expires_at" timestamptz(3) not null,
      primary key ("workspace_id", "key_hash"))`);
    this.addSql(`create index "idempotency_keys_expiry" on "idempotency_keys" ("expires_at")`);
    this.addSql(`alter table "idempotency_keys" enable row level security`);
    this.addSql(`alter table "idempotency_keys" force row level security`);
    this.addSql(
      `create policy "workspace_isolation" on "idempotency_keys" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
    );
    this.addSql(`create policy "idempotency_keys_worker" on "idempotency_keys" to "conferbot_worker" using (true)`);
  }

  override down(): void {
    this.addSql(`drop table "idempotency_keys"`);
  }
}
