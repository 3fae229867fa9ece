import type { Exchange } from './exchange.ts';

/** `ctx.state` of every request. */
export interface HostState {
  exchange: Exchange;
}
