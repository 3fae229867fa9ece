import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';
import { scalarNumber } from '../scalars.ts';

export const airtableNode = defineConnectorNode({
  connector: 'airtable',
  title: 'Airtable',
  summary: 'Creates, changes or finds records of an Airtable base.',
  operations: ['create', 'update', 'read', 'list', 'delete'],
  fields: {
    baseId: parameterText.describe('Id of the base.'),
    tableName: parameterText.describe('Name of the table.'),
    recordId: parameterText.describe('Record to change, read or delete.'),
    fieldMappings: z.unknown().optional().describe('Fields of the record and their values.'),
    filterFormula: parameterText.describe('Formula that listed records fulfil.'),
    maxRecords: scalarNumber(10).describe('How many records are listed at most.'),
    sort: z.unknown().optional().describe('Order of listed records.'),
  },
  secrets: ['/apiKey', '/accessToken'],
  example: {
    operation: 'create',
    baseId: 'appA1b2C3',
    tableName: 'Leads',
    fieldMappings: { Name: '{{name}}', Score: '{{score}}' },
  },
});
