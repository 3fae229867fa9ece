import { defineEvent, definePlugin, newUuid, type PluginSpec, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { z } from 'zod';

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'notes',
  ...workspaceOwned,
  properties: { workspaceId: p.uuid().primary(), id: p.uuid().primary(), text: p.text() },
});
export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

class NotesInitial extends Migration {
  override up(): void {
    this.addSql(
      'create table "notes" ("workspace_id" uuid not null, "id" uuid not null, "text" text not null, primary key ("workspace_id", "id"))',
    );
    this.addSql('alter table "notes" enable row level security');
    this.addSql('alter table "notes" force row level security');
    this.addSql(
      `create policy "workspace_isolation" on "notes" to "conferbot_app", "conferbot_control" using (workspace_id = current_setting('app.workspace_id')::uuid)`,
    );
  }
  override down(): void {
    this.addSql('drop table "notes"');
  }
}

export const noteTaken = defineEvent('note.taken', 'A note was taken.', z.object({ text: z.string() }));

/** A plugin with one table and one event, to hang subscriptions and jobs on. */
export function notes(spec: Partial<PluginSpec> = {}) {
  return definePlugin({
    id: 'notes',
    version: '1.0.0',
    events: [noteTaken],
    storage: {
      entities: [Note],
      migrations: [{ name: '20261122000000_notes_initial', class: NotesInitial }],
    },
    ...spec,
  });
}

export const newNote = (workspaceId: string, text: string) => ({ workspaceId, id: newUuid(), text });
