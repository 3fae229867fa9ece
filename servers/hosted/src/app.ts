import type { Runtime } from '@conferbot/runtime';
import Koa from 'koa';
import type { Logger as PinoLogger } from 'pino';
import { edge } from './edge.ts';
import type { Health } from './health.ts';
import type { HostGate } from './host-gate.ts';
import type { HostState } from './host-state.ts';
import type { KeyDesk } from './key-desk.ts';
import { mcpEndpoint } from './mcp.ts';
import type { Metrics } from './metrics.ts';
import { pages } from './pages.ts';
import { pluginEndpoints } from './plugin-endpoints.ts';
import { methodNotAllowed, nothingHere } from './refusal.ts';
import { restEndpoint } from './rest.ts';

export interface AppDeps {
  readonly runtime: Runtime;
  readonly keys: KeyDesk;
  readonly gate: HostGate;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly logger: PinoLogger;
  /** Address that clients type. */
  readonly publicUrl: string;
  /** Page with chatbots to try, where there is one. */
  readonly demoUrl: string | undefined;
  /** The control plane, for `/api/v1/admin/*`. */
  readonly control: (request: Request, requestId: string) => Promise<Response>;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/** The whole server as a Koa application, the busiest address first. */
export function createApp(deps: AppDeps): Koa<HostState> {
  const app = new Koa<HostState>();
  const router = pages(deps);
  app.use(edge(deps));
  app.use(mcpEndpoint(deps));
  app.use(restEndpoint(deps));
  app.use(router.routes());
  app.use(pluginEndpoints(deps));
  app.use(ctx => {
    ctx.respond = false;
    const allow = router.match(ctx.path, ctx.method).path.flatMap(layer => layer.methods);
    throw allow.length > 0 ? methodNotAllowed([...new Set(allow)]) : nothingHere();
  });
  app.on('error', error => deps.logger.debug({ err: error }, 'a connection failed'));
  return app;
}
