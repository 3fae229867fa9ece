import { type DocsPage, docsPage, openApi, type Runtime } from '@conferbot/runtime';
import Router, { type RouterContext } from '@koa/router';
import type { Surface } from './exchange.ts';
import type { Health } from './health.ts';
import { homePage } from './home/page.ts';
import type { HostGate } from './host-gate.ts';
import type { HostState } from './host-state.ts';
import type { KeyDesk } from './key-desk.ts';
import type { Metrics } from './metrics.ts';
import { sendWebResponse, toWebRequest } from './web-bridge.ts';

export interface PagesDeps {
  readonly runtime: Runtime;
  readonly keys: KeyDesk;
  readonly gate: HostGate;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly publicUrl: string;
  readonly demoUrl: string | undefined;
  readonly control: (request: Request, requestId: string) => Promise<Response>;
}

type Context = RouterContext<HostState>;

/** Addresses that are fixed: the page at `/`, health, metrics, the description of the REST face, the control plane. */
export function pages(deps: PagesDeps): Router<HostState> {
  const { runtime, keys, gate, health, metrics, publicUrl, demoUrl, control } = deps;
  const document = openApi(runtime.composition, { serverUrl: publicUrl, version: runtime.serverInfo.version });
  const documentJson = JSON.stringify(document);
  const docs = docsPage(document);
  const home = homePage({ publicUrl, demo: demoUrl !== undefined });
  const router = new Router<HostState>();

  router.get('/', ctx => {
    const exchange = begin(ctx, 'docs');
    gate.checkHost(ctx.req);
    answerPage(exchange, home);
  });
  router.get('/api/v1/key', async ctx => {
    const exchange = begin(ctx, 'rest');
    gate.checkHost(ctx.req);
    gate.checkOrigin(ctx.req);
    const key = await keys.open(exchange);
    const workspace = { name: await keys.workspaceName(key), plan: key.workspace.plan };
    const { name, scopes } = key.principal;
    exchange.answerJson(200, JSON.stringify({ workspace, key: { name, scopes } }));
  });
  router.get('/healthz', ctx => {
    begin(ctx, 'health').answerJson(200, '{"status":"alive"}');
  });
  router.get('/readyz', async ctx => {
    const exchange = begin(ctx, 'health');
    const readiness = await health.readiness();
    exchange.answerJson(readiness.ready ? 200 : 503, JSON.stringify(readiness));
  });
  router.get('/metrics', async ctx => {
    const exchange = begin(ctx, 'health');
    exchange.answer(200, 'text/plain; version=0.0.4; charset=utf-8', await metrics.text());
  });
  router.get('/api/v1/openapi.json', ctx => {
    const exchange = begin(ctx, 'docs');
    gate.checkHost(ctx.req);
    exchange.answerJson(200, documentJson);
  });
  router.get('/api/v1/docs', ctx => {
    const exchange = begin(ctx, 'docs');
    gate.checkHost(ctx.req);
    answerPage(exchange, docs);
  });
  router.all('/api/v1/admin/{*path}', async ctx => {
    const exchange = begin(ctx, 'admin');
    gate.checkHost(ctx.req);
    gate.checkOrigin(ctx.req);
    await sendWebResponse(exchange, await control(await toWebRequest(exchange, publicUrl), exchange.requestId));
  });
  return router;
}

function begin(ctx: Context, surface: Surface): HostState['exchange'] {
  ctx.respond = false;
  const { exchange } = ctx.state;
  exchange.surface = surface;
  return exchange;
}

function answerPage(exchange: HostState['exchange'], page: DocsPage): void {
  exchange.answer(200, 'text/html; charset=utf-8', page.html, {
    'content-security-policy': page.contentSecurityPolicy,
    'referrer-policy': 'no-referrer',
  });
}
