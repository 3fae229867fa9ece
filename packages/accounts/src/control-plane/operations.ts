import { decodeCursor, type IdType, notFound, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import type { Accounts } from '../accounts.ts';
import { apiKeyId, noWorkspace, workspaceId } from '../id.ts';
import type { ApiKey } from '../keys/api-key.ts';
import type { WorkspaceAccount } from '../workspaces/workspace-directory.ts';
import { success } from './answer.ts';
import { listInput, newApiKeyInput, newWorkspaceInput, workspaceChangeInput } from './inputs.ts';
import { readBody, readQuery } from './read-input.ts';

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the root of the control plane; `:id` and `:keyId` stand for one segment. */
  readonly path: string;
  readonly run: (request: Request, params: Readonly<Record<string, string>>) => Promise<Response>;
}

/** What the control plane can do. */
export function operations(accounts: Accounts): Operation[] {
  const { workspaces, keys } = accounts;
  return [
    {
      method: 'POST',
      path: '/workspaces',
      async run(request) {
        const input = await readBody(request, newWorkspaceInput);
        return success(201, viewWorkspace(await workspaces.create(input)));
      },
    },
    {
      method: 'GET',
      path: '/workspaces',
      run: request => list(request, page => workspaces.list(page), viewWorkspace),
    },
    {
      method: 'GET',
      path: '/workspaces/:id',
      async run(_request, params) {
        return success(200, viewWorkspace(await workspaces.get(uuidOf(workspaceId, params.id))));
      },
    },
    {
      method: 'PATCH',
      path: '/workspaces/:id',
      async run(request, params) {
        const id = uuidOf(workspaceId, params.id);
        const change = await readBody(request, workspaceChangeInput);
        return success(200, viewWorkspace(await workspaces.update(id, change)));
      },
    },
    {
      method: 'DELETE',
      path: '/workspaces/:id',
      async run(_request, params) {
        await workspaces.delete(uuidOf(workspaceId, params.id));
        return success(204);
      },
    },
    {
      method: 'POST',
      path: '/workspaces/:id/api-keys',
      async run(request, params) {
        const id = uuidOf(workspaceId, params.id);
        const input = await readBody(request, newApiKeyInput);
        const { key, ...created } = await keys.create(id, input);
        const { id: typedId, name, ...rest } = viewKey(created);
        return success(201, { id: typedId, name, key, ...rest });
      },
    },
    {
      method: 'GET',
      path: '/workspaces/:id/api-keys',
      async run(request, params) {
        const { id } = await workspaces.get(uuidOf(workspaceId, params.id));
        return list(request, page => keys.list(id, page), viewKey);
      },
    },
    {
      method: 'DELETE',
      path: '/workspaces/:id/api-keys/:keyId',
      async run(_request, params) {
        await keys.revoke(uuidOf(workspaceId, params.id), uuidOf(apiKeyId, params.keyId));
        return success(204);
      },
    },
    {
      method: 'GET',
      path: '/workspaces/:id/usage',
      async run(_request, params) {
        const id = uuidOf(workspaceId, params.id);
        const [usage, names] = await Promise.all([accounts.usage(id), keys.names(id)]);
        const { byKey, ...report } = usage;
        return success(200, {
          workspaceId: workspaceId.encode(id),
          ...report,
          byKey: byKey.map(({ keyId, calls }) => ({ keyId: apiKeyId.encode(keyId), name: names.get(keyId), calls })),
        });
      },
    },
  ];
}

async function list<Row extends { readonly id: string }>(
  request: Request,
  find: (page: { readonly limit: number; readonly offset: number; readonly after?: string }) => Promise<{
    readonly rows: readonly Row[];
    readonly total: number;
  }>,
  view: (row: Row) => object,
): Promise<Response> {
  const input = readQuery(new URL(request.url), listInput, ['page', 'limit']);
  const cursor = input.cursor === undefined ? undefined : decodeCursor(input.cursor, z.tuple([z.uuid()]));
  const page = cursor?.page ?? input.page;
  const { limit } = input;
  const found = await find(
    cursor === undefined ? { limit, offset: (page - 1) * limit } : { limit, offset: 0, after: cursor.after[0] },
  );
  return success(200, pageOf(found.rows, { page, limit, total: found.total, keyOf: row => [row.id], view }));
}

/** An id of the wrong form is of nothing: it answers as a missing one. */
function uuidOf(type: IdType, id = ''): string {
  const uuid = type.decode(id);
  if (uuid === undefined) throw type === workspaceId ? noWorkspace(id) : notFound(type.noun, id);
  return uuid;
}

function viewWorkspace({ id, ...workspace }: WorkspaceAccount) {
  return { id: workspaceId.encode(id), ...workspace };
}

function viewKey({ id, ...key }: ApiKey) {
  return { id: apiKeyId.encode(id), ...key };
}
