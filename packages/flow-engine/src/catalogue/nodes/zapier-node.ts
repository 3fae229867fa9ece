import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';

export const zapierNode = defineConnectorNode({
  connector: 'zapier',
  title: 'Zapier',
  summary: 'Triggers a Zap with the answers that were given so far.',
  operations: ['trigger'],
  fields: {
    webhookUrl: z
      .string()
      .nullish()
      .describe('Address of the catch hook; without it, the one connected to this node in the integrations.'),
  },
  withAnswers: true,
  secrets: ['/webhookUrl'],
  urls: ['webhookUrl'],
  example: { operation: 'trigger' },
});
