import { chatbots } from '@conferbot/chatbots';
import type { Plugin } from '@conferbot/plugin';
import { type Config, ConfigError } from './config.ts';

/** Every domain that this host can compose, in the order in which clients see their tools. */
const domains: readonly (() => Plugin)[] = [chatbots];

/** @throws ConfigError when PLUGINS names one that does not exist. */
export function choosePlugins({ plugins: wanted }: Pick<Config, 'plugins'>): Plugin[] {
  const all = domains.map(create => create());
  if (wanted === undefined) return all;
  const known = all.map(plugin => plugin.id);
  const unknown = wanted.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new ConfigError(
      `PLUGINS takes names of ${known.join(', ')}, with commas between; there is no plugin "${unknown}".`,
    );
  }
  return all.filter(plugin => wanted.includes(plugin.id));
}
