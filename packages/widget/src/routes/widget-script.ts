import type { Route } from '@conferbot/plugin';
import type { ClientFiles } from '../client-files.ts';
import { clientFileAnswer } from './client-file-answer.ts';

/** The script that websites embed. Its name stays, so browsers ask again after some minutes. */
export function widgetScriptRoute(files: ClientFiles): Route {
  return {
    method: 'GET',
    path: '/widget.js',
    access: 'public',
    cors: true,
    handle: async request => clientFileAnswer(request, await files.get('widget.js'), 'public, max-age=300'),
  };
}
