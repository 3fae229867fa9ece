import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, type MigrationObject, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../src/index.ts';

const noteSchema = defineEntity({
  name: 'Note',
  tableName: 'notes',
  ...workspaceOwned,
  properties: { workspaceId: p.uuid().primary(), text: p.text() },
});
class Note extends noteSchema.class {}
noteSchema.setClass(Note);

const table = `create table "notes" ("workspace_id" uuid not null, "text" text not null, primary key ("workspace_id"))`;
const security = [
  `alter table "notes" enable row level security`,
  `alter table "notes" force row level security`,
  `create policy "workspace_isolation" on "notes" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
];

function problemsOf(up: readonly string[], down: readonly string[] = ['drop table "notes"']): Promise<string[]> {
  class Initial extends Migration {
    override name = '1_notes_initial';
    override up(): void {
      for (const statement of up) this.addSql(statement);
    }
    override down(): void {
      for (const statement of down) this.addSql(statement);
    }
  }
  const migrations: MigrationObject[] = [{ name: '1_notes_initial', class: Initial }];
  return checkSchema({ entities: [Note], migrations, rights: { app: {}, worker: {}, control: {} } });
}

describe('the migrations check', () => {
  it('passes migrations that make what the entities describe', async () => {
    expect(await problemsOf([table, ...security])).toEqual([]);
  });

  it('refuses a column too many, a missing policy, security that is not forced and a table of nobody', async () => {
    const [enable = ''] = security;
    const extra = ['alter table "notes" add column "extra" int', 'create table "stray" ("id" int)'];
    const problems = (await problemsOf([table, enable, ...extra])).join('\n');
    expect(problems).toContain('drop column "extra"');
    expect(problems).toContain('create policy "workspace_isolation"');
    expect(problems).toContain('force row level security');
    expect(problems).toContain('drop table if exists "stray"');
  });

  it('refuses a way down that leaves something behind', async () => {
    const problems = await problemsOf([table, ...security], ['drop policy "workspace_isolation" on "notes"']);
    expect(problems).toContain('left behind by the way down: relation notes r t t');
  });
});
