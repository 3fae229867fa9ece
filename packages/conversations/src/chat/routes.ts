import type { Route } from '@conferbot/plugin';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { callPerson } from './call-person.ts';
import { downloadFile } from './download-file.ts';
import { endSession } from './end-session.ts';
import { getSession } from './get-session.ts';
import { openSession } from './open-session.ts';
import { rateSession } from './rate-session.ts';
import { sendMessage } from './send-message.ts';
import { uploadFile } from './upload-file.ts';
import { watchSession } from './watch-session.ts';

/** The live chat runtime: what visitors call. */
export function chatRoutes(deps: ChatDeps): readonly Route[] {
  const routes = [
    openSession,
    sendMessage,
    getSession,
    watchSession,
    endSession,
    rateSession,
    callPerson,
    uploadFile,
    downloadFile,
  ];
  return routes.map(route => route(deps));
}
