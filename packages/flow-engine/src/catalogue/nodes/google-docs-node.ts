import { z } from 'zod';
import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const googleDocsNode = defineConnectorNode({
  connector: 'google-docs',
  title: 'Google Docs',
  summary: 'Creates a document, from a template too, or writes into one.',
  operations: ['create', 'append', 'read', 'replace'],
  fields: {
    title: parameterText.describe('Title of the document.'),
    documentId: parameterText.describe('Document to write into or to read.'),
    content: parameterText.describe('Text that is written.'),
    folderId: parameterText.describe('Folder for the document.'),
    templateId: parameterText.describe('Document that is copied first.'),
    replacements: z.unknown().optional().describe('Words of the template and what takes their place.'),
  },
  example: {
    operation: 'create',
    title: 'Offer for {{name}}',
    templateId: '1aTemplate',
    replacements: { company: '{{company}}' },
  },
});
