import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const hubspotNode = defineConnectorNode({
  connector: 'hubspot',
  title: 'HubSpot',
  summary: 'Creates or changes a contact in HubSpot.',
  operations: ['createContact', 'updateContact', 'addToList', 'createDeal'],
  fields: {
    contactData: z.unknown().optional().describe('Properties of the contact and their values.'),
    fieldMappings: z.unknown().optional().describe('The same as contactData, as other editors write it.'),
    listId: parameterText.describe('List to add the contact to.'),
  },
  secrets: ['/apiKey', '/accessToken'],
  example: { operation: 'createContact', contactData: { email: '{{email}}', firstname: '{{name}}' } },
});
