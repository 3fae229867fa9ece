import { Migration } from '@mikro-orm/migrations';

const tables = ['knowledge_sections', 'knowledge_terms', 'knowledge_words', 'open_questions'];

/**
 * An index of words in plain tables. Row-level security keeps `@@` and `&&` from using a GIN index, since they might
 * leak; comparisons of uuid and text may use a B-tree.
 */
export class KnowledgeSearch extends Migration {
  override name = '20261122090600_knowledge_search';

  override up(): void {
    this.addSql(`create table "knowledge_sections" (
      "workspace_id" uuid not null,
      "article_id" uuid not null,
      "ordinal" int not null,
      "chatbot_id" uuid not null,
      "locale" text not null,
      "dictionary" text not null,
      "title" text not null,
      "heading" text null,
      "anchor" text null,
      "body" text not null,
      primary key ("workspace_id", "article_id", "ordinal"))`);
    this.addSql(
      `create index "knowledge_sections_chatbot" on "knowledge_sections" ("workspace_id", "chatbot_id", "ordinal", "dictionary")`,
    );
    this.addSql(`create table "knowledge_terms" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "term" text not null,
      "article_id" uuid not null,
      "ordinal" int not null,
      "weight" double precision not null,
      primary key ("workspace_id", "chatbot_id", "term", "article_id", "ordinal"))`);
    this.addSql(`create index "knowledge_terms_article" on "knowledge_terms" ("workspace_id", "article_id")`);
    this.addSql(`create table "knowledge_words" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "word" text not null,
      "term" text not null,
      "signature" int not null,
      primary key ("workspace_id", "chatbot_id", "word", "term"))`);
    this.addSql(`create index "knowledge_words_term" on "knowledge_words" ("workspace_id", "chatbot_id", "term")`);
    this.addSql(`create table "open_questions" (
      "workspace_id" uuid not null,
      "chatbot_id" uuid not null,
      "question" text not null,
      "text" text not null,
      "asked" int not null,
      "first_asked_at" timestamptz(3) not null,
      "last_asked_at" timestamptz(3) not null,
      primary key ("workspace_id", "chatbot_id", "question"))`);
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `create policy "workspace_isolation" on "${table}" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
  }

  override down(): void {
    for (const table of tables) this.addSql(`drop table "${table}"`);
  }
}
