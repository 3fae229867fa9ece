import type pg from 'pg';

/** One transaction as the role that serves calls, in a workspace. @param workspaceId uuid */
export async function inWorkspace<T>(client: pg.Client, workspaceId: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('set local role conferbot_app');
    await client.query(`select set_config('app.workspace_id', $1, true)`, [workspaceId]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
