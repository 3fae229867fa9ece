import { Fault, invalidArgument, type Route } from '@conferbot/plugin';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { ended } from '../runtime/ended.ts';
import { isEnd } from '../runtime/thread.ts';
import { lockThreadRow } from '../runtime/thread-row.ts';
import { setAlarmBy, unsentFileMs } from '../runtime/write-alarms.ts';
import { ChatRefusal } from './chat-refusal.ts';
import { chatRoute } from './chat-route.ts';
import { fileUsage, insertFile } from './file-store.ts';
import { typeOfBytes } from './file-type.ts';
import { RateLimit } from './rate-limit.ts';
import { gone } from './session-view.ts';
import { visitorSession } from './visitor-session.ts';

const megabyte = 1_048_576;
const mostBytes = 10 * megabyte;
/** Of one conversation. */
const most = { files: 50, bytes: 50 * megabyte };
const perMinute = 30;

/** A visitor uploads a file, to be sent as `fileId` of a message: raw, with its name in `x-file-name`, or as a form. */
export function uploadFile(deps: ChatDeps): Route {
  const limit = new RateLimit(perMinute);
  const address = {
    method: 'POST',
    path: '/api/v1/chat/sessions/{sessionId}/files',
    // A form adds its own lines to the bytes of the file.
    maxBodyBytes: mostBytes + 64 * 1024,
  } as const;
  return chatRoute(address, async call => {
    const { request, system } = call;
    const { workspaceId, conversationId } = visitorSession(call, deps);
    limit.take(conversationId, system.now().getTime());
    const { name, content } = await readUpload(request);
    if (content.byteLength === 0) throw invalidArgument('', 'The file is empty.');
    if (content.byteLength > mostBytes) throw new ChatRefusal(413, 'A file has at most 10 MB.');
    const type = await typeOfBytes(content);
    const fileId = await system.inWorkspace(workspaceId, async ctx => {
      const row = await lockThreadRow(ctx, conversationId);
      if (row === undefined) throw gone();
      if (isEnd(row.state.status)) throw ended(row.status);
      const { files, bytes } = await fileUsage(ctx, conversationId);
      if (files >= most.files || bytes + content.byteLength > most.bytes) {
        throw new Fault('limit_exceeded', 'This conversation holds as many files as it may.');
      }
      await setAlarmBy(ctx, conversationId, 'clean', new Date(ctx.now().getTime() + unsentFileMs));
      return insertFile(ctx, conversationId, { name, type, content });
    });
    const url = new URL(`/api/v1/chat/files/${deps.fileTokens.issue({ workspaceId, fileId })}`, request.url).href;
    return Response.json({ fileId, name, type, bytes: content.byteLength, url }, { status: 201 });
  });
}

interface Upload {
  readonly name: string;
  readonly content: Uint8Array;
}

async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    const name = fileName(decoded(request.headers.get('x-file-name') ?? ''));
    return { name, content: new Uint8Array(await request.arrayBuffer()) };
  }
  const form = await request.formData().catch(() => {
    throw new Fault('invalid_argument', 'The body is not a form.');
  });
  const files = [...form.values()].filter(part => typeof part !== 'string');
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) throw invalidArgument('', 'Send one file in the form.');
  return { name: fileName(file.name), content: new Uint8Array(await file.arrayBuffer()) };
}

/** Headers hold ASCII: names travel percent-encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The last part of a path, without what could be read as anything but a name. */
function fileName(written: string): string {
  const last = written.split(/[\\/]/).at(-1) ?? '';
  const name = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .trim()
    .slice(-200)
    .toWellFormed();
  return name === '' || /^\.+$/.test(name) ? 'file' : name;
}
