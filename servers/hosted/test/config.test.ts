import { createEgress } from '@conferbot/egress';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';
import { choosePlugins } from '../src/plugins.ts';

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('It was taken.');
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      databaseUrl: undefined,
      demo: undefined,
      plugins: undefined,
      logLevel: 'info',
      allowPrivateWebhooks: false,
    });
    expect(loadConfig({}).dataDir).toMatch(/^\/.*\.conferbot$/);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('reads what is set', () => {
    const config = loadConfig({
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://mcp.example.com/',
      DATABASE_URL: 'postgres://me@db/x',
      DEMO: '0',
      PLUGINS: 'chatbots, analytics',
      LOG_LEVEL: 'debug',
      ALLOW_PRIVATE_WEBHOOKS: '1',
      ALLOWED_HOSTS: 'a.example,[::1]',
      ALLOWED_ORIGINS: 'https://a.example',
    });
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      publicUrl: 'https://mcp.example.com',
      demo: false,
      plugins: ['chatbots', 'analytics'],
      logLevel: 'debug',
      allowPrivateWebhooks: true,
      allowedHosts: ['a.example', '[::1]'],
      allowedOrigins: ['https://a.example'],
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'mcp.example.com'],
    ['PUBLIC_URL', 'https://mcp.example.com/path'],
    ['PUBLIC_URL', 'ftp://mcp.example.com'],
    ['DATABASE_URL', 'mysql://user:hunter2@db/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['ADMIN_TOKEN', 'hunter2'],
    ['ENCRYPTION_KEY', 'hunter2'],
    ['DEMO', 'yes'],
    ['PLUGINS', 'Chatbots!'],
    ['LOG_LEVEL', 'loud'],
    ['ALLOW_PRIVATE_WEBHOOKS', 'true'],
    ['AI_URL', 'api.openai.com'],
    ['ALLOWED_HOSTS', 'https://a.example'],
    ['ALLOWED_ORIGINS', 'a.example'],
  ])('refuses %s=%s in one line that names it, says what it takes, and does not show secrets', (name, value) => {
    const message = messageOf(() => loadConfig({ [name]: value }));
    expect(message).toMatch(new RegExp(`^${name} takes .{6,}\\.$`));
    expect(message).not.toContain('\n');
    expect(message).not.toContain('hunter2');
  });

  it('refuses a plugin that does not exist, and names those that do', async () => {
    await expect(chosen(['chatbots', 'teapots'])).rejects.toThrow(
      /^PLUGINS takes .*chatbots.*no plugin "teapots", and no package of that name in \/.*npm install teapots\.$/,
    );
  });
});

describe('the plugins', () => {
  it('are all, but those that are opt-in are offered only to clients that name them', async () => {
    expect(await chosen(undefined)).toEqual(expect.arrayContaining(['chatbots', 'flows', 'flow-lab (opt-in)']));
    expect(await chosen(['all'])).toEqual(await chosen(undefined));
  });

  it('are those that PLUGINS names, and what it names is offered to all clients', async () => {
    expect(await chosen(['chatbots'])).toEqual(['chatbots']);
    expect(await chosen(['flow-lab', 'flows', 'chatbots'])).toEqual(['chatbots', 'flows', 'flow-lab']);
    const all = await chosen(undefined);
    expect(await chosen(['all', 'flow-lab'])).toEqual(all.map(name => name.replace('flow-lab (opt-in)', 'flow-lab')));
  });
});

async function chosen(plugins: readonly string[] | undefined): Promise<string[]> {
  const key = new Uint8Array(32);
  const all = await choosePlugins({
    config: { plugins, allowPrivateWebhooks: false, smtpUrl: undefined, mailFrom: 'a@localhost', ai: undefined },
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
  return all.map(({ id, optIn }) => (optIn ? `${id} (opt-in)` : id));
}
