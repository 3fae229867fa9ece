import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, type MigrationObject, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { StoreSchema } from '../../src/database/migrate.ts';

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'notes',
  ...workspaceOwned,
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    title: p.string(),
    body: p.json<unknown>().nullable(),
    tags: p.array().nullable(),
    createdAt: p.datetime(),
  },
});

export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

function policy(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy workspace_isolation on ${table} using (workspace_id = current_setting('app.workspace_id')::uuid)`,
  ];
}

class CreateNotes extends Migration {
  override up(): void {
    this.addSql(`create table notes (id uuid primary key, workspace_id uuid not null, title text not null, body jsonb,
      tags text[], created_at timestamptz not null default now(), unique (workspace_id, title))`);
    for (const sql of policy('notes')) this.addSql(sql);
  }
}

class CreateEntries extends Migration {
  override up(): void {
    this.addSql(
      `create table entries (workspace_id uuid not null, number int not null, primary key (workspace_id, number))`,
    );
    for (const sql of policy('entries')) this.addSql(sql);
    this.addSql(
      `create table outbox (position bigint generated always as identity primary key, payload jsonb not null)`,
    );
    this.addSql(`create table keys (id serial primary key, hash text not null)`);
  }
}

class AddEntryLabel extends Migration {
  override up(): void {
    this.addSql(`alter table entries add column label text not null default 'new'`);
  }
}

export const createNotes: MigrationObject = { name: '20260101000000_notes', class: CreateNotes };
export const createEntries: MigrationObject = { name: '20260102000000_entries', class: CreateEntries };

export const addEntryLabel: MigrationObject = { name: '20260103000000_entry_label', class: AddEntryLabel };

export const fixtureSchema: StoreSchema = {
  entities: [Note],
  migrations: [createNotes, createEntries],
  rights: { app: {}, worker: { outbox: ['select', 'delete'] }, control: { keys: ['select', 'insert'] } },
};
