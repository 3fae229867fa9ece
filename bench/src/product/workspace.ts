import type { HostedServer } from './hosted-server.ts';

export interface BenchWorkspace {
  readonly id: string;
  readonly key: string;
}

/** Makes a workspace and a key for it that no limit of calls holds back, though the limits stay on. */
export async function createWorkspace(server: HostedServer): Promise<BenchWorkspace> {
  const workspace = await post(server, '/api/v1/admin/workspaces', { name: 'Bench', plan: 'enterprise' });
  const key = await post(server, `/api/v1/admin/workspaces/${workspace.id}/api-keys`, {
    name: 'bench',
    scopes: ['read', 'write', 'publish'],
    rateLimitPerMinute: 1e9,
  });
  return { id: String(workspace.id), key: String(key.key) };
}

async function post(server: HostedServer, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${server.adminToken}` },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`POST ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
