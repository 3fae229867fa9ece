import { defineId, Fault } from '@conferbot/plugin';

/** `wsp_…`: a workspace. */
export const workspaceId = defineId('wsp', 'workspace');

/** `key_…`: an API key, by its record; not the key itself. */
export const apiKeyId = defineId('key', 'API key');

/** The answer to the id of a workspace that does not exist, in the form that was asked for. */
export function noWorkspace(id: string): Fault {
  return new Fault('not_found', `There is no workspace with id ${id}.`);
}
