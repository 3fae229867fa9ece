import type { Route } from '@conferbot/plugin';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { ChatRefusal } from './chat-refusal.ts';
import { chatRoute } from './chat-route.ts';
import { readFile } from './file-store.ts';

/** Shown by browsers themselves; everything else is saved. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** A file that a visitor uploaded, for whoever has its address. Nothing of it ever runs in a browser. */
export function downloadFile(deps: ChatDeps): Route {
  return chatRoute({ method: 'GET', path: '/api/v1/chat/files/{token}' }, async ({ params, system }) => {
    const place = deps.fileTokens.read(params.token ?? '');
    const file =
      place === undefined ? undefined : await system.inWorkspace(place.workspaceId, ctx => readFile(ctx, place.fileId));
    if (file === undefined) throw new ChatRefusal(404, 'There is no such file.');
    const { name, type, content } = file;
    const disposition = shown.has(type) ? 'inline' : 'attachment';
    return new Response(content, {
      headers: {
        'content-type': type,
        'content-length': String(content.byteLength),
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeName(name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'private, max-age=31536000, immutable',
      },
    });
  });
}

/** RFC 8187. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}
