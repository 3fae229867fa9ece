import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const notionNode = defineConnectorNode({
  connector: 'notion',
  title: 'Notion',
  summary: 'Creates, changes or finds pages in Notion.',
  operations: ['createPage', 'updatePage', 'queryDatabase', 'appendContent'],
  fields: {
    databaseId: parameterText.describe('Database that the page belongs to.'),
    pageId: parameterText.describe('Page to change.'),
    title: parameterText.describe('Title of the page.'),
    content: z.unknown().optional().describe('Text or blocks of the page.'),
    properties: z.unknown().optional().describe('Properties of the page and their values.'),
    propertyMappings: z.unknown().optional().describe('The same as properties, as other editors write it.'),
    filter: z.unknown().optional().describe('What found pages fulfil.'),
    sorts: z.unknown().optional().describe('Order of found pages.'),
  },
  secrets: ['/apiKey', '/token'],
  example: { operation: 'createPage', databaseId: 'd9824bdc', title: '{{name}}', properties: { Email: '{{email}}' } },
});
