import { randomUUID } from 'node:crypto';
import { createSecretBox } from '@conferbot/plugin';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channelTypes } from '../../src/channels/channel-types.ts';
import { ownChannelId, possibleOwners } from '../../src/channels/own-id.ts';
import { dropSecrets, maskConfig, sealConfig } from '../../src/channels/sealed-config.ts';

const secrets = createSecretBox(new Uint8Array(32));

it('are those of the live system', () => {
  expect(channelTypes.map(({ type }) => type)).toEqual([
    'web',
    'api',
    'whatsapp',
    'messenger',
    'instagram',
    'telegram',
    'slack',
    'discord',
    'email',
    'mobile',
  ]);
});

describe.each(channelTypes.map(type => [type.type, type] as const))('a channel of type %s', (_name, type) => {
  const keys = new Set([...Object.keys(type.config.shape), ...type.secrets]);
  const config = Object.fromEntries([...keys].map(key => [key, `${key}-of-a-channel-1234`]));

  it('describes each of its settings, and its secrets are settings or made here', () => {
    for (const field of Object.values(type.config.shape)) expect(field.description).toMatch(/\.$/);
    const made = type.key === undefined ? [] : [type.key.name];
    expect([...Object.keys(type.config.shape), ...made]).toEqual(expect.arrayContaining([...type.secrets]));
  });

  it('is connected where it needs nothing, and says why it is not where it does', () => {
    const own = type.type === 'web' || type.type === 'api';
    expect(type.state({})).toEqual(
      own ? { status: 'connected', reason: null } : { status: 'disconnected', reason: 'not_configured' },
    );
    if (!own) expect(type.state(config)).toEqual({ status: 'disconnected', reason: 'not_supported' });
  });

  it('stores no secret that can be read, and shows no more than its end', () => {
    const stored = sealConfig(type, config, secrets, 'here');
    expect(z.object(type.config.shape).safeParse(stored).success).toBe(true);
    const shown = maskConfig(type, stored, secrets, 'here');
    for (const key of type.secrets) {
      expect(stored[key]).not.toContain('channel');
      expect(shown[key]).toBe('••••1234');
      expect(dropSecrets(type, stored)).not.toHaveProperty(key);
    }
    expect(Object.keys(shown)).toEqual(Object.keys(config));
    if (type.secrets.length > 0) expect(() => maskConfig(type, stored, secrets, 'elsewhere')).toThrow();
  });
});

it('a short secret shows nothing of itself', () => {
  const telegram = channelTypes.find(({ type }) => type === 'telegram');
  if (telegram === undefined) throw new Error('There is no Telegram.');
  const stored = sealConfig(telegram, { botToken: 'short' }, secrets, 'here');
  expect(maskConfig(telegram, stored, secrets, 'here')).toEqual({ botToken: '••••' });
});

it('ids of own channels differ, and lead back to the chatbot', () => {
  const chatbotId = randomUUID();
  const ids = channelTypes.map(({ type }) => ownChannelId(chatbotId, type));
  expect(new Set([chatbotId, ...ids]).size).toBe(channelTypes.length + 1);
  for (const [index, id] of ids.entries()) {
    expect(possibleOwners(id)).toContainEqual({ chatbotId, type: channelTypes[index]?.type });
  }
});
