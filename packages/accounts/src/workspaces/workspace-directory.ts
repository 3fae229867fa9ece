import { newUuid, type Plan, type Sql } from '@conferbot/plugin';
import type { Database } from '@conferbot/runtime';
import { noWorkspace, workspaceId as workspaceIds } from '../id.ts';
import { catchUpStatement } from '../limits/month-statements.ts';
import { eraseWorkspace } from './erase-workspace.ts';

/** A workspace as the control plane sees it. */
export interface WorkspaceAccount {
  /** uuid */
  readonly id: string;
  readonly name: string;
  readonly plan: Plan;
  /** IANA name. */
  readonly timezone: string;
  /** ISO 8601 */
  readonly createdAt: string;
}

export interface WorkspaceChange {
  readonly name?: string | undefined;
  readonly plan?: Plan | undefined;
  readonly timezone?: string | undefined;
}

export interface WorkspaceDirectoryOptions {
  readonly database: () => Database;
  readonly sql: Sql;
  /** Tables with rows of workspaces. */
  readonly tables: () => readonly string[];
  readonly now: () => number;
  /** Replaces the database's clock. */
  readonly clockOverride: () => Date | null;
  /** Called when what keys were verified with is no longer true. */
  readonly onChanged: (workspaceId: string) => void;
}

/** The workspaces of this installation. */
export class WorkspaceDirectory {
  readonly #options: WorkspaceDirectoryOptions;

  constructor(options: WorkspaceDirectoryOptions) {
    this.#options = options;
  }

  /** @param input `timezone` defaults to `UTC`; `id` (uuid) to a new one. */
  async create(input: {
    readonly name: string;
    readonly plan: Plan;
    readonly timezone?: string | undefined;
    readonly id?: string;
  }): Promise<WorkspaceAccount> {
    const { sql, now } = this.#options;
    const [created] = await sql<WorkspaceAccount>`
      insert into workspaces (workspace_id, name, plan, timezone, created_at)
      values (${input.id ?? newUuid()}, ${input.name}, ${input.plan}, ${input.timezone ?? 'UTC'}, ${new Date(now())})
      returning workspace_id as id, name, plan, timezone, created_at as "createdAt"`;
    if (created === undefined) throw new Error('The workspace was not created.');
    return created;
  }

  /** @throws Fault `not_found` */
  async get(id: string): Promise<WorkspaceAccount> {
    const [found] = await this.#options.sql<WorkspaceAccount>`
      select workspace_id as id, name, plan, timezone, created_at as "createdAt"
      from workspaces where workspace_id = ${id}`;
    if (found === undefined) throw noWorkspace(workspaceIds.encode(id));
    return found;
  }

  /** Up to `limit + 1` workspaces, newest first. */
  async list(page: { readonly limit: number; readonly offset: number; readonly after?: string }) {
    const { sql } = this.#options;
    const rows = await sql<WorkspaceAccount>`
      select workspace_id as id, name, plan, timezone, created_at as "createdAt"
      from workspaces
      where ${page.after ?? null}::uuid is null or workspace_id < ${page.after ?? null}::uuid
      order by workspace_id desc limit ${page.limit + 1} offset ${page.offset}`;
    const [count] = await sql<{ total: number }>`select count(*) as total from workspaces`;
    return { rows, total: count?.total ?? 0 };
  }

  /** @throws Fault `not_found` */
  async update(id: string, change: WorkspaceChange): Promise<WorkspaceAccount> {
    const { sql, database, clockOverride, onChanged } = this.#options;
    const [updated] = await sql<WorkspaceAccount>`
      update workspaces set name = coalesce(${change.name ?? null}, name), plan = coalesce(${change.plan ?? null}, plan),
        timezone = coalesce(${change.timezone ?? null}, timezone)
      where workspace_id = ${id}
      returning workspace_id as id, name, plan, timezone, created_at as "createdAt"`;
    if (updated === undefined) throw noWorkspace(workspaceIds.encode(id));
    if (change.plan !== undefined) await database().run({ role: 'control' }, [catchUpStatement(id, clockOverride())]);
    onChanged(id);
    return updated;
  }

  /**
   * Removes a workspace and everything of it, from every table of the composition. Its keys stop at once.
   *
   * @throws Fault `not_found`
   */
  async delete(id: string): Promise<void> {
    const { database, tables, onChanged } = this.#options;
    const existed = await eraseWorkspace(database(), tables(), id);
    onChanged(id);
    if (!existed) throw noWorkspace(workspaceIds.encode(id));
  }
}
