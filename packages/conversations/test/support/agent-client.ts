import { createPluginRoutes, type PluginRoutes, type Runtime } from '@conferbot/runtime';
import type { TestWorkspace } from '@conferbot/testing';

/** A person who answers visitors, by the routes for API keys. */
export class AgentClient {
  readonly #routes: PluginRoutes;
  readonly #workspace: TestWorkspace;

  constructor(runtime: Runtime, workspace: TestWorkspace) {
    this.#routes = createPluginRoutes(runtime);
    this.#workspace = workspace;
  }

  async fetch(method: string, path: string, body?: unknown): Promise<Response> {
    const url = new URL(`/api/v1/external/v1${path}`, 'http://bot.test');
    const match = this.#routes.match(method, url.pathname);
    if (match.kind !== 'found' || match.value.access !== 'key') throw new Error(`${method} ${path}: ${match.kind}`);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const request = new Request(url, { method, ...(body !== undefined && { body: text }) });
    return this.#routes.callWithKey(match.value, match.params, request, this.#workspace.caller);
  }

  /** Does something in a conversation. @throws when it is refused */
  async act<T = { readonly status: string; readonly lastSeq: number }>(
    conversationId: string,
    what: string,
    body?: object,
  ): Promise<T> {
    return answered(await this.fetch('POST', `/conversations/${conversationId}/${what}`, body));
  }

  async patch<T = Record<string, unknown>>(ticketId: string, change: object): Promise<T> {
    return answered(await this.fetch('PATCH', `/tickets/${ticketId}`, change));
  }

  async ticket<T = Record<string, unknown>>(ticketId: string): Promise<T> {
    return answered(await this.fetch('GET', `/tickets/${ticketId}`));
  }

  /** Does something that must be refused: its status and body. */
  async refused(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await this.fetch(method, path, body);
    return { status: answer.status, ...((await answer.json()) as object) };
  }
}

async function answered<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text) as T;
}
