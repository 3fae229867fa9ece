import type { CallContext, Scope, SystemContext } from './context.ts';

interface RouteAddress {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the host's root, parameters in braces: `/api/v1/chat/{chatbotId}/sessions`. */
  readonly path: `/${string}`;
  /** Bytes that a body may have; a larger one is refused before it is read. Default 1 MiB. */
  readonly maxBodyBytes?: number;
}

/** What a public route has: nobody is known but by what the request says. */
export interface PublicContext extends SystemContext {
  /** Address of the client, for limits only; undefined where the host knows none. */
  readonly clientAddress: string | undefined;
}

/** An HTTP route in web-standard terms, for what is not a tool. `params` are the decoded path parameters. */
export type Route =
  | (RouteAddress & {
      /** Behind an API key: runs in a call scope of the key's workspace. */
      readonly access: 'key';
      readonly scope: Scope;
      readonly handle: (
        request: Request,
        params: Readonly<Record<string, string>>,
        ctx: CallContext,
      ) => Promise<Response>;
    })
  | (RouteAddress & {
      readonly access: 'public';
      /**
       * Scripts of every website may call it, without cookies: `OPTIONS` is answered for it, and every answer, also a
       * failure, says so. Routes of one path state the same.
       */
      readonly cors?: true;
      readonly handle: (
        request: Request,
        params: Readonly<Record<string, string>>,
        ctx: PublicContext,
      ) => Promise<Response>;
    });
