import { type AgentOptions, Agent as HttpAgent, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP } from 'node:net';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import type { Target } from './target.ts';

interface Dialled {
  readonly servername?: string;
}

/** Keeps plain connections apart by host name too, not only by address, as the names of certificates do for TLS. */
class PlainAgent extends HttpAgent {
  override getName(options?: AgentOptions & Dialled): string {
    return `${super.getName(options)}:${options?.servername}`;
  }
}

/** The connections that are kept: only one to the same checked address, port and host name is used again. */
export class Connections {
  readonly #plain: HttpAgent;
  readonly #secure: HttpsAgent;
  readonly #tls: { readonly secureContext: SecureContext; readonly rejectUnauthorized: true };

  constructor({ idleMs, ca }: { idleMs: number; ca: readonly string[] }) {
    const options = { keepAlive: true, timeout: idleMs };
    this.#plain = new PlainAgent(options);
    this.#secure = new HttpsAgent(options);
    const trusted = ca.length === 0 ? {} : { ca: [...getCACertificates('default'), ...ca] };
    // Said outright: NODE_TLS_REJECT_UNAUTHORIZED=0 must not switch the checks off.
    this.#tls = { secureContext: createSecureContext(trusted), rejectUnauthorized: true };
  }

  /** How to reach the address, over a kept connection or, if so wished, over a new one. */
  optionsFor(target: Target, address: string, fresh: boolean): RequestOptions & Dialled {
    const where = { host: address, port: target.port, servername: isIP(target.host) === 0 ? target.host : '' };
    if (!target.secure) return { ...where, agent: fresh ? false : this.#plain };
    return { ...where, ...this.#tls, agent: fresh ? false : this.#secure };
  }

  close(): void {
    this.#plain.destroy();
    this.#secure.destroy();
  }
}
