import { Migration } from '@mikro-orm/migrations';

export class Members extends Migration {
  override name = '20250301080000_members';

  override up(): void {
    this.addSql(`create table "members" (
      "id" uuid primary key,
      "name" text not null unique,
      "team_id" uuid not null,
      "password_hash" text not null,
      "session_hash" text null)`);
  }

  override down(): void {
    this.addSql(`drop table "members"`);
  }
}
