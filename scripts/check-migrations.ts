// Proves that the migrations of all that the server composes make the tables that its entities describe, and that
// they run down and up again.

import { createAccounts } from '@conferbot/accounts';
import { createEgress } from '@conferbot/egress';
import type { Logger } from '@conferbot/plugin';
import { compose } from '@conferbot/runtime';
import { checkSchema } from '@conferbot/testing';
import { choosePlugins } from '../servers/hosted/src/plugins.ts';

const ignore = () => undefined;
const logger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const key = new Uint8Array(32);
const accounts = createAccounts({ pepper: key, logger });
const plugins = await choosePlugins({
  config: {
    plugins: undefined,
    allowPrivateWebhooks: false,
    smtpUrl: undefined,
    mailFrom: 'a@localhost',
    ai: undefined,
  },
  secrets: {
    flowSecretsKey: key,
    conversationSecretsKey: key,
    channelSecretsKey: key,
    webhookSecretsKey: key,
    visitorSessionKey: key,
  },
  egress: createEgress(),
  publicUrl: () => 'http://localhost',
});
const { schema } = compose([accounts.plugin, ...plugins]);

const problems = await checkSchema(schema);
for (const problem of problems) console.error(problem);
console.log(`${schema.entities.length} entities, ${schema.migrations.length} migrations, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
