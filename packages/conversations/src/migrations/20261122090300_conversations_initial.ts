import { Migration } from '@mikro-orm/migrations';

const tables = [
  'chat_addresses',
  'conversations',
  'conversation_messages',
  'conversation_answers',
  'conversation_visits',
  'conversation_replies',
  'conversation_effects',
  'conversation_alarms',
  'conversation_files',
  'tickets',
  'ticket_numbers',
];

export class ConversationsInitial extends Migration {
  override name = '20261122090300_conversations_initial';

  override up(): void {
    this.addSql(`create table "chat_addresses" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      primary key ("workspace_id", "chatbot_id"))`);
    this.addSql(`create index "chat_addresses_chatbot" on "chat_addresses" ("chatbot_id")`);
    this.#createConversations();
    this.#createParts();
    this.#createWork();
    this.#createTickets();
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
    for (const table of ['chat_addresses', 'conversation_alarms']) {
      this.addSql(`create policy "${table}_worker" on "${table}" to "conferbot_worker" using (true)`);
    }
  }

  #createConversations(): void {
    this.addSql(`create table "conversations" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "visitor_id" text not null,
      "status" text not null,
      "channel" text not null,
      "flow_version_id" uuid not null,
      "state" jsonb not null,
      "last_seq" int not null default 0,
      "visitor_messages" int not null default 0,
      "bot_messages" int not null default 0,
      "agent_messages" int not null default 0,
      "answer_count" int not null default 0,
      "visit_count" int not null default 0,
      "started_at" timestamptz(3) not null,
      "last_message_at" timestamptz(3) not null,
      "last_visitor_at" timestamptz(3) not null,
      "handover_at" timestamptz(3) null,
      "first_reply_at" timestamptz(3) null,
      "first_answer_at" timestamptz(3) null,
      "ended_at" timestamptz(3) null,
      "completed_at" timestamptz(3) null,
      "rating" smallint null,
      "rating_comment" text null,
      "ticket_id" uuid null,
      "visitor" jsonb not null,
      "meta" jsonb not null,
      "language" text null,
      "agent_name" text null,
      "agent_typing_until" timestamptz(3) null,
      "created_at" timestamptz(3) not null,
      "updated_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(
      `create index "conversations_newest" on "conversations" ("workspace_id", "chatbot_id", "created_at", "id")`,
    );
    this.addSql(
      `create index "conversations_status" on "conversations" ("workspace_id", "chatbot_id", "status", "created_at", "id")`,
    );
    this.addSql(
      `create index "conversations_responses" on "conversations" ("workspace_id", "chatbot_id", "first_answer_at", "id")`,
    );
    this.addSql(`create index "conversations_visitor" on "conversations" ("workspace_id", "chatbot_id", "visitor_id")`);
  }

  #createParts(): void {
    this.addSql(`create table "conversation_messages" (
      "workspace_id" uuid not null,
      "conversation_id" uuid not null,
      "seq" int not null,
      "from" text not null,
      "type" text not null,
      "node_id" text null,
      "body" jsonb not null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id", "conversation_id", "seq"))`);
    this.addSql(`create table "conversation_answers" (
      "workspace_id" uuid not null,
      "conversation_id" uuid not null,
      "ordinal" int not null,
      "node_id" text not null,
      "key" text not null,
      "value" jsonb not null,
      "question" text not null,
      "answered_at" timestamptz(3) not null,
      primary key ("workspace_id", "conversation_id", "ordinal"))`);
    this.addSql(`create table "conversation_visits" (
      "workspace_id" uuid not null,
      "conversation_id" uuid not null,
      "ordinal" int not null,
      "node_id" text not null,
      "node_type" text not null,
      "visit" int not null,
      "entered_at" timestamptz(3) not null,
      "exited_at" timestamptz(3) null,
      "exit" text null,
      "edge_id" text null,
      primary key ("workspace_id", "conversation_id", "ordinal"))`);
    this.addSql(`create table "conversation_replies" (
      "workspace_id" uuid not null,
      "conversation_id" uuid not null,
      "client_message_id" text not null,
      "digest" text not null,
      "after_seq" int not null,
      "until_seq" int not null,
      "input" jsonb not null,
      "status" text not null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id", "conversation_id", "client_message_id"))`);
    this.addSql(`create table "conversation_files" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "conversation_id" uuid not null,
      "name" text not null,
      "type" text not null,
      "bytes" int not null,
      "content" bytea not null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(
      `create index "conversation_files_conversation" on "conversation_files" ("workspace_id", "conversation_id")`,
    );
  }

  #createWork(): void {
    this.addSql(`create table "conversation_effects" (
      "workspace_id" uuid not null,
      "conversation_id" uuid not null,
      "effect_id" text not null,
      "node_id" text not null,
      "kind" text not null,
      "awaited" boolean not null,
      "status" text not null,
      "request" text null,
      "error" text null,
      "attempts" int not null default 0,
      "due_at" timestamptz(3) not null,
      "client_message_id" text null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id", "conversation_id", "effect_id"))`);
    this.addSql(`create table "conversation_alarms" (
      "workspace_id" uuid not null,
      "conversation_id" uuid not null,
      "kind" text not null,
      "due_at" timestamptz(3) not null,
      primary key ("workspace_id", "conversation_id", "kind"))`);
    this.addSql(`create index "conversation_alarms_due" on "conversation_alarms" ("due_at")`);
  }

  #createTickets(): void {
    this.addSql(`create table "tickets" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "number" int not null,
      "chatbot_id" uuid not null,
      "conversation_id" uuid not null,
      "subject" text not null,
      "status" text not null,
      "priority" text not null,
      "assignee" text null,
      "created_at" timestamptz(3) not null,
      "updated_at" timestamptz(3) not null,
      "closed_at" timestamptz(3) null,
      "first_response_at" timestamptz(3) null,
      primary key ("workspace_id", "id"))`);
    this.addSql(`create index "tickets_newest" on "tickets" ("workspace_id", "created_at", "id")`);
    this.addSql(`create index "tickets_chatbot" on "tickets" ("workspace_id", "chatbot_id", "created_at", "id")`);
    this.addSql(`create index "tickets_conversation" on "tickets" ("workspace_id", "conversation_id")`);
    this.addSql(`alter table "tickets" add constraint "tickets_number" unique ("workspace_id", "number")`);
    this.addSql(`create table "ticket_numbers" (
      "workspace_id" uuid not null,
      "last_number" int not null,
      primary key ("workspace_id"))`);
  }

  override down(): void {
    for (const table of tables.toReversed()) this.addSql(`drop table "${table}"`);
  }
}
