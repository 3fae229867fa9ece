import type { Route } from '@conferbot/plugin';
import type { ClientFiles } from '../client-files.ts';
import { clientFileAnswer } from './client-file-answer.ts';

/** What the script loads when it is needed. A name holds a hash of what is in the file, so a file never changes. */
export function widgetModuleRoute(files: ClientFiles): Route {
  return {
    method: 'GET',
    path: '/widget/{file}',
    access: 'public',
    cors: true,
    handle: async (request, { file }) =>
      clientFileAnswer(request, await files.get(`widget/${file}`), 'public, max-age=31536000, immutable'),
  };
}
