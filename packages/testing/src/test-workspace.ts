import { type Caller, everything, type Failure, mcpFetch, type Runtime, type Selection } from '@conferbot/runtime';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** A workspace as an assistant sees it: everything goes through a real MCP client. */
export class TestWorkspace {
  /** uuid */
  readonly id: string;
  readonly caller: Caller;
  readonly #runtime: Runtime;
  readonly #selection: Selection;
  #connecting: Promise<Client> | undefined;

  constructor(runtime: Runtime, caller: Caller, selection: Partial<Selection> = {}) {
    this.id = caller.workspace.id;
    this.caller = caller;
    this.#runtime = runtime;
    const scopes = caller.principal.kind === 'key' ? caller.principal.scopes : everything.scopes;
    this.#selection = { ...everything, scopes, ...selection };
  }

  /** The same workspace through another view of the registry, such as `{ readOnly: true }`. */
  through(selection: Partial<Selection>, caller: Partial<Caller> = {}): TestWorkspace {
    return new TestWorkspace(this.#runtime, { ...this.caller, ...caller }, selection);
  }

  /** The endpoint in web-standard terms, for clients of one's own. */
  get fetch(): (request: Request) => Promise<Response> {
    const view = this.#runtime.views.get(this.#selection);
    return mcpFetch(this.#runtime, () => ({ view, caller: this.caller }));
  }

  /** A connected client of the 2025 protocol, the same at each call. */
  client(): Promise<Client> {
    this.#connecting ??= this.#connect();
    return this.#connecting;
  }

  /** Calls a tool. @throws when the tool answers a failure. */
  async call<T = Record<string, unknown>>(name: string, args: object = {}): Promise<T> {
    const result = await this.#callTool(name, args);
    if (result.isError === true) throw new Error(`${name} failed: ${textOf(result)}`);
    return result.structuredContent as T;
  }

  /** Calls a tool that must fail. @throws when it succeeds. */
  async refused(name: string, args: object = {}): Promise<Failure> {
    const result = await this.#callTool(name, args);
    if (result.isError !== true) throw new Error(`${name} should have failed but answered ${textOf(result)}`);
    return JSON.parse(textOf(result)) as Failure;
  }

  /** Reads a JSON resource. */
  async read<T = Record<string, unknown>>(uri: string): Promise<T> {
    const { contents } = await (await this.client()).readResource({ uri });
    const [first] = contents;
    if (first === undefined || !('text' in first)) throw new Error(`${uri} is not text.`);
    return JSON.parse(first.text as string) as T;
  }

  async #callTool(name: string, args: object) {
    const client = await this.client();
    return client.callTool({ name, arguments: args as Record<string, unknown> });
  }

  async #connect(): Promise<Client> {
    const client = new Client({ name: 'testbed', version: '0.0.0' });
    const transport = new StreamableHTTPClientTransport(new URL('http://testbed.invalid/mcp'), {
      fetch: (url, init) => this.fetch(new Request(url, init)),
    });
    await client.connect(transport as Parameters<Client['connect']>[0]);
    return client;
  }
}

function textOf(result: Awaited<ReturnType<Client['callTool']>>): string {
  const [first] = result.content as readonly { readonly text?: string }[];
  return first?.text ?? '';
}
