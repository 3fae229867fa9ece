import { type Hosted, loadConfig, startHosted } from '@conferbot/server';
import { acmeChanges } from './plugin.ts';

export function start(env: Readonly<Record<string, string | undefined>>): Promise<Hosted> {
  return startHosted(loadConfig(env), { extraPlugins: [acmeChanges()] });
}
