import { invalidArgument, type Route } from '@conferbot/plugin';
import { chatbotIdField } from '../fields.ts';
import { documentOf, exportOf } from './document.ts';
import { exportPath } from './export-path.ts';

/** The whole document, however long. */
export const exportRoute: Route = {
  method: 'GET',
  path: exportPath,
  access: 'key',
  scope: 'read',
  async handle(_request, params, ctx) {
    const id = chatbotIdField.safeParse(params.chatbotId);
    if (!id.success) throw invalidArgument('chatbotId', id.error.issues[0]?.message ?? 'Expected the id of a chatbot.');
    const { head, parts } = await exportOf(ctx, id.data);
    return Response.json(documentOf(head, parts));
  },
};
