import { Migration } from '@mikro-orm/migrations';

export class ChatbotsKeptParts extends Migration {
  override name = '20261122110100_chatbots_kept_parts';

  override up(): void {
    this.addSql(`alter table "chatbots" add column "kept_parts" jsonb null`);
  }

  override down(): void {
    this.addSql(`alter table "chatbots" drop column "kept_parts"`);
  }
}
