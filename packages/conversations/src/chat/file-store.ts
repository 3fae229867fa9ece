import type { UploadedFile } from '@conferbot/flow-engine';
import { type CallContext, invalidArgument, newUuid } from '@conferbot/plugin';

export interface NewFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface FileUsage {
  readonly files: number;
  readonly bytes: number;
}

/** What a conversation holds already. */
export async function fileUsage(ctx: CallContext, conversationId: string): Promise<FileUsage> {
  const [row] = await ctx.sql<FileUsage>`
    select count(*)::int as files, coalesce(sum(bytes), 0)::int as bytes from conversation_files
    where conversation_id = ${conversationId}`;
  return row ?? { files: 0, bytes: 0 };
}

/** @returns uuid */
export async function insertFile(ctx: CallContext, conversationId: string, file: NewFile): Promise<string> {
  const now = ctx.now();
  const id = newUuid(now.getTime());
  await ctx.sql`
    insert into conversation_files (workspace_id, id, conversation_id, name, type, bytes, content, created_at)
    values (${ctx.workspace.id}, ${id}, ${conversationId}, ${file.name}, ${file.type}, ${file.content.byteLength},
      ${file.content}, ${now})`;
  return id;
}

/** Files of this conversation by their ids. @throws Fault `invalid_argument` when one is not there */
export async function findFiles(
  ctx: CallContext,
  conversationId: string,
  ids: readonly string[],
  addressOf: (id: string) => string,
): Promise<UploadedFile[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.sql<Omit<UploadedFile, 'url'>>`
    select id, name, type, bytes from conversation_files
    where conversation_id = ${conversationId} and id = any(${ids}::uuid[])`;
  return ids.map(id => {
    const file = rows.find(row => row.id === id);
    if (file === undefined) throw invalidArgument('fileId', 'No such file was uploaded in this conversation.');
    return { ...file, url: addressOf(id) };
  });
}

/** From now on the files are part of the conversation. */
export async function markSent(ctx: CallContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.sql`
    update conversation_files set sent_at = ${ctx.now()} where id = any(${ids}::uuid[]) and sent_at is null`;
}

interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

export async function readFile(
  ctx: CallContext,
  id: string,
): Promise<{ readonly name: string; readonly type: string; readonly content: Buffer<ArrayBuffer> } | undefined> {
  const [row] = await ctx.sql<StoredFile>`
    select name, type, encode(content, 'base64') as content from conversation_files where id = ${id}`;
  return row === undefined ? undefined : { ...row, content: Buffer.from(row.content, 'base64') };
}
