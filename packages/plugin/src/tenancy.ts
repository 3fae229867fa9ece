/** Session setting that names the workspace of a transaction. */
export const workspaceSetting = 'app.workspace_id';

/**
 * Names of the roles that statements run under; none owns a table or bypasses row-level security.
 * `app` serves calls, `worker` moves the outbox and runs jobs, `control` keeps workspaces, keys and usage.
 */
export const databaseRoles = {
  app: 'conferbot_app',
  worker: 'conferbot_worker',
  control: 'conferbot_control',
} as const;

/**
 * Spread into `defineEntity` for a table whose rows belong to a workspace: PostgreSQL then shows and takes
 * only rows of the workspace that the transaction is scoped to, and fails where it is scoped to none.
 * The column is `workspaceId: p.uuid()`; lead every index with it.
 */
export const workspaceOwned: {
  rowLevelSecurity: 'force';
  policies: { name: string; roles: string[]; using: (columns: { workspaceId: unknown }) => string }[];
} = {
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'workspace_isolation',
      roles: [databaseRoles.app, databaseRoles.control],
      using: columns => `${columns.workspaceId} = current_setting('${workspaceSetting}')::uuid`,
    },
  ],
};
