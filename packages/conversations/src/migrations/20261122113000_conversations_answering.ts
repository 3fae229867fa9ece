import { Migration } from '@mikro-orm/migrations';

export class ConversationsAnswering extends Migration {
  override name = '20261122113000_conversations_answering';

  override up(): void {
    this.addSql(`alter table "conversations" add column "answering" jsonb null`);
  }

  override down(): void {
    this.addSql(`alter table "conversations" drop column "answering"`);
  }
}
