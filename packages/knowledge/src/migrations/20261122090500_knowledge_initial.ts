import { Migration } from '@mikro-orm/migrations';

const tables = [
  'knowledge_articles',
  'knowledge_slugs',
  'knowledge_revisions',
  'knowledge_readers',
  'knowledge_votes',
  'knowledge_categories',
  'ai_configs',
];

export class KnowledgeInitial extends Migration {
  override name = '20261122090500_knowledge_initial';

  override up(): void {
    this.#createArticles();
    this.#createArticleParts();
    this.#createCategories();
    this.addSql(`create table "ai_configs" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "enabled" boolean not null,
      "mode" text not null,
      "greeting_override" text null,
      "updated_at" timestamptz(3) not null,
      primary key ("workspace_id", "chatbot_id"))`);
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
  }

  #createArticles(): void {
    this.addSql(`create table "knowledge_articles" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "category_id" uuid null,
      "locale" text not null,
      "slug" text not null,
      "title" text not null,
      "description" text not null,
      "content" text not null,
      "review_status" text not null,
      "seo_keywords" jsonb not null,
      "meta_description" text not null,
      "word_count" int not null,
      "revision" int not null default 1,
      "revised_at" timestamptz(3) not null,
      "revised_by" text not null,
      "views" int not null default 0,
      "unique_views" int not null default 0,
      "helpful" int not null default 0,
      "not_helpful" int not null default 0,
      "citations" int not null default 0,
      "published_at" timestamptz(3) null,
      "created_at" timestamptz(3) not null,
      "updated_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(
      `create index "knowledge_articles_newest" on "knowledge_articles" ("workspace_id", "chatbot_id", "created_at", "id")`,
    );
    this.addSql(
      `create index "knowledge_articles_status" on "knowledge_articles" ("workspace_id", "chatbot_id", "review_status", "created_at", "id")`,
    );
    this.addSql(
      `create index "knowledge_articles_category" on "knowledge_articles" ("workspace_id", "chatbot_id", "category_id")`,
    );
  }

  #createArticleParts(): void {
    this.addSql(`create table "knowledge_slugs" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "locale" text not null,
      "slug" text not null,
      "article_id" uuid not null,
      primary key ("workspace_id", "chatbot_id", "locale", "slug"))`);
    this.addSql(`create index "knowledge_slugs_article" on "knowledge_slugs" ("workspace_id", "article_id")`);
    this.addSql(`create table "knowledge_revisions" (
      "workspace_id" uuid not null,
      "article_id" uuid not null,
      "number" int not null,
      "title" text not null,
      "description" text not null,
      "content" text not null,
      "at" timestamptz(3) not null,
      "by" text not null,
      primary key ("workspace_id", "article_id", "number"))`);
    this.addSql(`create table "knowledge_readers" (
      "workspace_id" uuid not null,
      "article_id" uuid not null,
      "day" date not null,
      "reader" text not null,
      primary key ("workspace_id", "article_id", "day", "reader"))`);
    this.addSql(`create table "knowledge_votes" (
      "workspace_id" uuid not null,
      "article_id" uuid not null,
      "voter" text not null,
      "helpful" boolean not null,
      primary key ("workspace_id", "article_id", "voter"))`);
  }

  #createCategories(): void {
    this.addSql(`create table "knowledge_categories" (
      "workspace_id" uuid not null,
      "id" uuid not null,
      "chatbot_id" uuid not null,
      "name" text not null,
      "name_key" text not null,
      "description" text not null,
      "icon" text null,
      "color" text null,
      "position" int not null,
      "created_at" timestamptz(3) not null,
      primary key ("workspace_id", "id"))`);
    this.addSql(
      `alter table "knowledge_categories" add constraint "knowledge_categories_name" unique ("workspace_id", "chatbot_id", "name_key")`,
    );
  }

  override down(): void {
    for (const table of tables) this.addSql(`drop table "${table}"`);
  }
}
