import type { PublicContext, Route } from '@conferbot/plugin';
import { ChatRefusal } from './chat-refusal.ts';

/** What answers one request of a visitor. */
export interface ChatCall {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly system: PublicContext;
}

type Address = Pick<Route, 'method' | 'path' | 'maxBodyBytes'>;

/** Ten thousand characters, however they are written. */
const mostJsonBytes = 128 * 1024;

/** A route for visitors: from any website, never cached. */
export function chatRoute(address: Address, answer: (call: ChatCall) => Promise<Response>): Route {
  return {
    maxBodyBytes: mostJsonBytes,
    ...address,
    access: 'public',
    cors: true,
    async handle(request, params, system) {
      try {
        const response = await answer({ request, params, system });
        if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
        return response;
      } catch (error) {
        if (error instanceof ChatRefusal) return error.toResponse(system.requestId);
        throw error;
      }
    },
  };
}
