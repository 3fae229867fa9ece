import { analytics } from '@conferbot/analytics';
import { chatbots } from '@conferbot/chatbots';
import { conversations } from '@conferbot/conversations';
import type { Egress } from '@conferbot/egress';
import { flowLab } from '@conferbot/flow-lab';
import { flows } from '@conferbot/flows';
import { createAnswerPort, knowledge } from '@conferbot/knowledge';
import { createSecretBox, type Plugin } from '@conferbot/plugin';
import { templateCatalogue } from '@conferbot/templates';
import { webhooks } from '@conferbot/webhooks';
import { webhooksLab } from '@conferbot/webhooks-lab';
import { type DemoChatbot, widget } from '@conferbot/widget';
import { type Config, ConfigError } from './config.ts';
import { importPlugin } from './outside-plugin.ts';
import type { Secrets } from './secrets.ts';

/** What plugins need of the host. */
export interface PluginSurroundings {
  readonly config: Pick<Config, 'plugins' | 'allowPrivateWebhooks' | 'smtpUrl' | 'mailFrom' | 'ai'>;
  readonly secrets: Pick<
    Secrets,
    'flowSecretsKey' | 'conversationSecretsKey' | 'channelSecretsKey' | 'webhookSecretsKey' | 'visitorSessionKey'
  >;
  readonly egress: Egress;
  /** Address that clients type; asked for once the host listens. */
  readonly publicUrl: () => string;
  /** Chatbots of the demo page; undefined: there is no such page. */
  readonly demo?: (() => readonly DemoChatbot[]) | undefined;
}

/** Every domain that this host can compose, in the order in which clients see their tools. */
const domains: readonly ((surroundings: PluginSurroundings) => Plugin)[] = [
  () => chatbots({ templates: templateCatalogue }),
  ({ config, secrets }) =>
    flows({ secrets: createSecretBox(secrets.flowSecretsKey), allowPrivateUrls: config.allowPrivateWebhooks }),
  ({ config: { smtpUrl, mailFrom, ai }, secrets, egress }) =>
    conversations({
      sessionKey: secrets.visitorSessionKey,
      secrets: createSecretBox(secrets.conversationSecretsKey),
      egress,
      answers: createAnswerPort({ egress, ...(ai && { ai }) }),
      ...(smtpUrl !== undefined && { mail: { url: smtpUrl, from: mailFrom } }),
    }),
  ({ secrets, publicUrl, demo }) =>
    widget({
      publicUrl,
      secrets: createSecretBox(secrets.channelSecretsKey),
      ...(demo !== undefined && { demo }),
    }),
  ({ config: { ai }, egress, publicUrl }) => knowledge({ egress, publicUrl, ...(ai && { ai }) }),
  ({ config: { allowPrivateWebhooks: allowPrivate }, secrets, egress }) =>
    webhooks({ secrets: createSecretBox(secrets.webhookSecretsKey), egress, allowPrivate }),
  () => analytics(),
  flowLab,
  () => webhooksLab(),
];

/**
 * Those that PLUGINS names, or all: the built-in ones in their order, then those from elsewhere in the order of their
 * names. What is opt-in and not named is composed with all of them, so that clients can name it; what is named is
 * offered to all clients.
 *
 * @throws ConfigError when PLUGINS names one that does not exist, or that cannot be used.
 */
export async function choosePlugins(surroundings: PluginSurroundings): Promise<Plugin[]> {
  const all = domains.map(create => create(surroundings));
  const { plugins: wanted } = surroundings.config;
  if (wanted === undefined) return all;
  const known = all.map(plugin => plugin.id);
  const chosen = wanted.includes('all') ? all : all.filter(plugin => wanted.includes(plugin.id));
  const named = chosen.map(plugin => (wanted.includes(plugin.id) ? { ...plugin, optIn: false } : plugin));
  for (const entry of new Set(wanted)) {
    if (entry === 'all' || known.includes(entry)) continue;
    const plugin = await importPlugin(entry, process.cwd());
    if (plugin === undefined) {
      throw new ConfigError(
        `PLUGINS takes all, names of ${known.join(', ')}, npm packages and paths, with commas between; there is no plugin "${entry}", and no package of that name in ${process.cwd()}: install it there with npm install ${entry}.`,
      );
    }
    named.push({ ...plugin, optIn: false });
  }
  return named;
}
