import type { CallContext, Scope, SystemContext } from './context.ts';

interface RouteAddress {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the host's root, parameters in braces: `/api/v1/chat/{chatbotId}/sessions`. */
  readonly path: `/${string}`;
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
      readonly handle: (
        request: Request,
        params: Readonly<Record<string, string>>,
        ctx: SystemContext,
      ) => Promise<Response>;
    });
