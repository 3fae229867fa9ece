import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Logger } from '@conferbot/plugin';
import type { Accounts } from '../accounts.ts';
import { failure, HttpFault, internalFailure } from './answer.ts';
import { type Operation, operations } from './operations.ts';

export interface ControlPlaneOptions {
  /** Bearer token of whoever runs the installation. */
  readonly adminToken: string;
  readonly logger: Logger;
}

const root = '/api/v1/admin';

/**
 * The control plane: workspaces, keys and usage over HTTP, for paths below `/api/v1/admin`.
 *
 * @returns A handler of web-standard requests; it never rejects. `requestId` defaults to a new one.
 */
export function controlPlane(
  accounts: Accounts,
  options: ControlPlaneOptions,
): (request: Request, requestId?: string) => Promise<Response> {
  const routes = operations(accounts).map(operation => ({ ...operation, match: matcher(operation.path) }));
  const expected = digest(options.adminToken);
  return async (request, requestId = randomUUID()) => {
    try {
      authorize(request, expected);
      const { run, params } = find(routes, request);
      return await run(request, params);
    } catch (error) {
      const answer = failure(error, requestId);
      if (answer === undefined || answer.status >= 500) {
        options.logger.error({ err: error, requestId }, 'a call to the control plane failed');
      }
      return answer ?? internalFailure(requestId);
    }
  };
}

function authorize(request: Request, expected: Buffer): void {
  const [, token] = /^bearer +(.+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (token !== undefined && timingSafeEqual(digest(token.trim()), expected)) return;
  throw new HttpFault(
    401,
    'Unauthorized',
    'The control plane needs the admin token: send "Authorization: Bearer ADMIN_TOKEN".',
    { 'WWW-Authenticate': 'Bearer' },
  );
}

/** Texts of any length, made comparable in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

interface MatchingOperation extends Operation {
  readonly match: (path: string) => Record<string, string> | undefined;
}

function find(routes: readonly MatchingOperation[], request: Request) {
  const path = new URL(request.url).pathname;
  const here = routes.flatMap(route => {
    const params = route.match(path);
    return params === undefined ? [] : [{ run: route.run, method: route.method, params }];
  });
  const found = here.find(route => route.method === request.method);
  if (found !== undefined) return found;
  if (here.length === 0) throw new HttpFault(404, 'Not Found', 'There is nothing at this path of the control plane.');
  const allowed = here.map(route => route.method).join(', ');
  throw new HttpFault(405, 'Method Not Allowed', `This path takes ${allowed}.`, { Allow: allowed });
}

function matcher(template: string): MatchingOperation['match'] {
  const pattern = new RegExp(`^${root}${template.replaceAll(/:([A-Za-z]+)/g, '(?<$1>[^/]+)')}/?$`);
  return path => {
    const match = pattern.exec(path);
    return match === null ? undefined : { ...match.groups };
  };
}
