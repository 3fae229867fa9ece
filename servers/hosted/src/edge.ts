import type { Middleware } from 'koa';
import type { Logger as PinoLogger } from 'pino';
import { Exchange } from './exchange.ts';
import type { HostState } from './host-state.ts';
import type { Metrics } from './metrics.ts';
import { refusalOf } from './refusal-of.ts';

/**
 * The outermost layer: names the request, answers what nobody caught, counts and logs. Success is logged at
 * level `debug` only, since metrics count it; refusals at `info`, failures of ours at `error`.
 */
export function edge(deps: { readonly logger: PinoLogger; readonly metrics: Metrics }): Middleware<HostState> {
  const { logger, metrics } = deps;
  const logsSuccess = logger.isLevelEnabled('debug');
  return async (ctx, next) => {
    const exchange = new Exchange(ctx.req, ctx.res, logger);
    ctx.state.exchange = exchange;
    metrics.inFlight++;
    try {
      await next();
    } catch (error) {
      ctx.respond = false;
      answerFailure(exchange, error);
    } finally {
      const milliseconds = performance.now() - exchange.startedAt;
      metrics.inFlight--;
      metrics.request(exchange.surface, exchange.status, milliseconds);
      if (exchange.status >= 400 || logsSuccess) logAnswer(exchange, ctx.method, ctx.path, milliseconds);
    }
  };
}

function answerFailure(exchange: Exchange, error: unknown): void {
  const refusal = refusalOf(error, exchange);
  if (refusal === undefined) return;
  if (exchange.status === 0) exchange.refuse(refusal);
  else exchange.response.destroy();
}

/** The path without the query, in which clients put what they should not. */
function logAnswer({ surface, status, logger }: Exchange, method: string, path: string, milliseconds: number): void {
  const fields = {
    surface,
    method,
    path: path.slice(0, 200),
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
  };
  if (status >= 500) logger.error(fields, 'answered');
  else if (status >= 400) logger.info(fields, 'answered');
  else logger.debug(fields, 'answered');
}
