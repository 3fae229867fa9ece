import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

export interface HostGateOptions {
  /** The address that the server listens on. */
  readonly host: string;
  readonly publicUrl: string;
  readonly allowedHosts: readonly string[] | undefined;
  readonly allowedOrigins: readonly string[] | undefined;
}

/**
 * Refuses requests that were addressed to another name (DNS rebinding), and those of web pages that have no
 * business here. Clients that are no browsers send no Origin.
 */
export class HostGate {
  readonly #hosts: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;
  readonly #loopback: boolean;
  /** The Host header of nearly every request, once seen to be good. */
  #usualHost: string | undefined;

  constructor(options: HostGateOptions) {
    const { host, publicUrl, allowedHosts, allowedOrigins } = options;
    const loopback = isLoopback(host);
    this.#loopback = loopback && allowedOrigins === undefined;
    const hosts = allowedHosts ?? [new URL(publicUrl).hostname, ...(loopback ? loopbackNames : [])];
    this.#hosts = new Set(hosts.map(name => name.toLowerCase()));
    this.#origins = new Set((allowedOrigins ?? [publicUrl]).map(origin => origin.toLowerCase()));
  }

  /** @throws Refusal 403. */
  checkHost(request: IncomingMessage): void {
    const { host } = request.headers;
    if (host !== undefined && host === this.#usualHost) return;
    if (!this.#hosts.has('*') && !this.#hosts.has(nameOf(host ?? ''))) {
      throw new Refusal(
        403,
        'This server does not answer under that host name: add it to ALLOWED_HOSTS or set PUBLIC_URL.',
      );
    }
    this.#usualHost = host;
  }

  /** @throws Refusal 403. */
  checkOrigin(request: IncomingMessage): void {
    const { origin } = request.headers;
    if (origin === undefined || this.#origins.has('*') || this.#origins.has(origin.toLowerCase())) return;
    if (this.#loopback && isLoopbackOrigin(origin)) return;
    throw new Refusal(403, 'Web pages of this origin may not call this server: add it to ALLOWED_ORIGINS.');
  }
}

/** Whether who is on this machine reaches the listener under a loopback name. */
function isLoopback(host: string): boolean {
  return loopbackNames.includes(host) || /^(::1?|0\.0\.0\.0|127(\.\d+){3})$/.test(host);
}

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && loopbackNames.includes(new URL(origin).hostname);
}

/** A Host header without its port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();
}
