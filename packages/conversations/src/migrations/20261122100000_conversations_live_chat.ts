import { Migration } from '@mikro-orm/migrations';

export class ConversationsLiveChat extends Migration {
  override name = '20261122100000_conversations_live_chat';

  override up(): void {
    this.addSql(`alter table "conversations" add column "verified_by" text null`);
    this.addSql(`alter table "conversations" add column "client_session_id" uuid null`);
    this.addSql(
      `alter table "conversations" add constraint "conversations_client_session" unique ("workspace_id", "chatbot_id", "client_session_id")`,
    );
    this.addSql(`alter table "conversation_messages" add column "client_message_id" text null`);
    // Files that are there may be part of a message: none of them is taken for one that was never sent.
    this.addSql(`alter table "conversation_files" add column "sent_at" timestamptz(3) null default now()`);
    this.addSql(`alter table "conversation_files" alter column "sent_at" drop default`);
    this.addSql(`drop index "conversation_alarms_due"`);
    this.addSql(`create index "conversation_alarms_due" on "conversation_alarms" ("kind", "due_at")`);
  }

  override down(): void {
    this.addSql(`delete from "conversation_alarms" where "kind" = 'clean'`);
    this.addSql(`drop index "conversation_alarms_due"`);
    this.addSql(`create index "conversation_alarms_due" on "conversation_alarms" ("due_at")`);
    this.addSql(`alter table "conversation_files" drop column "sent_at"`);
    this.addSql(`alter table "conversation_messages" drop column "client_message_id"`);
    this.addSql(`alter table "conversations" drop constraint "conversations_client_session"`);
    this.addSql(`alter table "conversations" drop column "client_session_id"`);
    this.addSql(`alter table "conversations" drop column "verified_by"`);
  }
}
