import type { Sql } from '@conferbot/plugin';
import { type Database, sqlOver } from '@conferbot/runtime';

/** Runs each statement as the control role, in a transaction of its own. */
export function controlSql(database: () => Database): Sql {
  return sqlOver(async statement => {
    const [result] = await database().run({ role: 'control' }, [statement]);
    if (result === undefined) throw new Error('The statement has no result.');
    return result;
  });
}
