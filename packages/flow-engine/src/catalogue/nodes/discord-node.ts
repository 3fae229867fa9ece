import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const discordNode = defineConnectorNode({
  connector: 'discord',
  title: 'Discord',
  summary: 'Posts a message to a Discord channel.',
  operations: ['postMessage'],
  fields: {
    channel: parameterText.describe('Channel.'),
    message: parameterText.describe('Text of the message.'),
    webhookUrl: z.string().nullish().describe('Address of a webhook of the channel, instead of a connected server.'),
  },
  aliases: { message: ['content', 'text'] },
  secrets: ['/webhookUrl', '/token', '/botToken'],
  urls: ['webhookUrl'],
  example: { channel: 'support', message: '{{name}} needs help: {{question}}' },
});
