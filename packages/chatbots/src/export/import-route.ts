import type { Route } from '@conferbot/plugin';
import { importChatbot } from './import-chatbot.ts';
import { readDocument } from './read-document.ts';

/** Makes a new chatbot of a document. */
export const importRoute: Route = {
  method: 'POST',
  path: '/api/v1/external/v1/chatbots/import',
  access: 'key',
  scope: 'write',
  maxBodyBytes: 8 * 1_048_576,
  async handle(request, _params, ctx) {
    const document = readDocument(await request.text());
    return Response.json(await importChatbot(ctx, document), { status: 201 });
  },
};
