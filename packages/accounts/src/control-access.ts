import { databaseRoles, workspaceOwned } from '@conferbot/plugin';

/**
 * Row-level security of the tables of this package: calls see the rows of their workspace, the control role,
 * which looks up keys before any workspace is known, sees all.
 */
export const controlled = {
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [...workspaceOwned.policies, { name: 'control_access', roles: [databaseRoles.control], using: 'true' }],
};
