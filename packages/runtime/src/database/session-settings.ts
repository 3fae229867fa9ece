import { workspaceSetting } from '@conferbot/plugin';
import { roleNames, type Session, type Statement } from './database.ts';

/**
 * The statement that scopes a transaction, for as long as the transaction lasts; none when there is nothing
 * to set. A connection that has the role from its start (`role: 'connection'`) does not set it again.
 */
export function sessionSettings(session: Session, role: 'connection' | 'transaction'): readonly Statement[] {
  const settings: string[] = [];
  const values: string[] = [];
  let name = 'conferbot_settings';
  if (role === 'transaction') {
    settings.push(`set_config('role', '${roleNames[session.role]}', true)`);
    name += `_${session.role}`;
  }
  if (session.workspaceId !== undefined) {
    settings.push(`set_config('${workspaceSetting}', $1, true)`);
    values.push(session.workspaceId);
    name += '_workspace';
  }
  if (session.readOnly === true) {
    settings.push("set_config('transaction_read_only', 'on', true)");
    name += '_readonly';
  }
  return settings.length === 0 ? [] : [{ text: `select ${settings.join(', ')}`, values, name }];
}

export const begin: Statement = { text: 'begin', values: [], name: 'conferbot_begin' };
export const commit: Statement = { text: 'commit', values: [], name: 'conferbot_commit' };
export const rollback: Statement = { text: 'rollback', values: [] };
