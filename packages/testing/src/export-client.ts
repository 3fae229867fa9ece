import type { Runtime } from '@conferbot/runtime';
import { RouteClient } from './route-client.ts';
import type { TestWorkspace } from './test-workspace.ts';

/** A chatbot as it is exported; each domain has a part of it. */
export interface ExportDocument {
  readonly schemaVersion: number;
  readonly exportedAt: string;
  readonly chatbot: { readonly name: string; readonly description: string; readonly status: string };
  readonly [part: string]: unknown;
}

/** The routes that export and import chatbots, as a program with an API key calls them. */
export class ExportClient<Document extends ExportDocument = ExportDocument> {
  readonly #routes: RouteClient;

  constructor(runtime: Runtime, workspace: TestWorkspace) {
    this.#routes = new RouteClient(runtime, workspace);
  }

  /** @throws when it is refused */
  export(chatbotId: string): Promise<Document> {
    return this.#routes.call('GET', `${chatbotsPath}/${chatbotId}/export`);
  }

  /**
   * @param document A text is sent as it is.
   * @returns the new chatbot
   * @throws when it is refused
   */
  import(document: unknown): Promise<{ readonly id: string } & Record<string, unknown>> {
    return this.#routes.call('POST', `${chatbotsPath}/import`, { body: document });
  }

  /** Id of the new chatbot. @throws when it is refused */
  async importId(document: unknown): Promise<string> {
    return (await this.import(document)).id;
  }

  /** An import that must be refused: its status and body. */
  async refused(document: unknown): Promise<Record<string, unknown>> {
    const answer = await this.#routes.fetch('POST', `${chatbotsPath}/import`, { body: document });
    if (answer.ok) throw new Error(`The import should have failed but answered ${answer.status}.`);
    return { status: answer.status, ...((await answer.json()) as object) };
  }
}

/** What must be the same in the export of an import. */
export function withoutTime<Document extends ExportDocument>({ exportedAt: _, ...document }: Document): object {
  return document;
}

const chatbotsPath = '/api/v1/external/v1/chatbots';
