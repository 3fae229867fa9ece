import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const gmailNode = defineConnectorNode({
  connector: 'gmail',
  title: 'Gmail',
  summary: 'Sends an e-mail from the connected Gmail account.',
  operations: ['send'],
  fields: {
    to: parameterText.describe('Addresses, with commas between them.'),
    subject: parameterText.describe('Subject.'),
    body: parameterText.describe('Text of the e-mail.'),
  },
  example: { to: 'sales@example.com', subject: 'New lead: {{name}}', body: '{{name}} asks to be called: {{phone}}' },
});
