import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const slackNode = defineConnectorNode({
  connector: 'slack',
  title: 'Slack',
  summary: 'Posts a message to a Slack channel.',
  operations: ['postMessage'],
  fields: {
    channel: parameterText.describe('Channel, such as #leads.'),
    message: parameterText.describe('Text of the message.'),
    webhookUrl: z.string().nullish().describe('Address of an incoming webhook, instead of a connected workspace.'),
  },
  aliases: { message: ['text'] },
  secrets: ['/webhookUrl', '/token', '/botToken'],
  urls: ['webhookUrl'],
  example: { channel: '#leads', message: 'New lead: {{name}}, {{email}}' },
});
