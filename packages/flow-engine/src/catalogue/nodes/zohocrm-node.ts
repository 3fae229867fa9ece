import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const zohocrmNode = defineConnectorNode({
  connector: 'zohocrm',
  title: 'Zoho CRM',
  summary: 'Creates, changes or finds records in Zoho CRM.',
  operations: ['create', 'update', 'search', 'upsert'],
  fields: {
    module: z.string().default('Contacts').describe('Contacts, Leads, Accounts or Deals.'),
    recordId: parameterText.describe('Record to change.'),
    fieldMappings: z.unknown().optional().describe('Fields of the record and their values.'),
    searchCriteria: parameterText.describe('What found records fulfil.'),
  },
  secrets: ['/accessToken', '/refreshToken', '/clientSecret'],
  example: { operation: 'create', module: 'Leads', fieldMappings: { Last_Name: '{{name}}', Email: '{{email}}' } },
});
