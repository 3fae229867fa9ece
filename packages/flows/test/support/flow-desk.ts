import type { TestWorkspace } from '@conferbot/testing';

/** A finding as tools answer it. */
export interface FindingView {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly nodeId?: string;
  readonly fix?: { readonly title: string; readonly operations: readonly object[] };
}

export interface Edited {
  readonly chatbotId: string;
  readonly revision: number;
  readonly publishable: boolean;
  readonly counts: { readonly errors: number; readonly warnings: number };
  readonly findings: readonly FindingView[];
}

export interface VersionView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly contentHash: string;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly published: boolean;
  readonly publishedAt: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface NodeView {
  readonly id: string;
  readonly type: string;
  readonly position: { readonly x: number; readonly y: number };
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EdgeView {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly sourceHandle?: string;
}

export interface FlowView extends Omit<Edited, 'revision'> {
  readonly revision: number | null;
  readonly versionId: string | null;
  readonly nodes: readonly NodeView[];
  readonly edges: readonly EdgeView[];
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly publishedVersionId: string | null;
  readonly updatedAt: string;
  readonly truncated?: boolean;
  readonly next?: string;
}

export interface VersionPage {
  readonly data: readonly VersionView[];
  readonly pagination: { readonly total: number; readonly hasNextPage: boolean; readonly nextCursor: string | null };
}

/** The flow tools on one chatbot, as an assistant calls them. */
export class FlowDesk {
  readonly workspace: TestWorkspace;
  readonly chatbotId: string;

  constructor(workspace: TestWorkspace, chatbotId: string) {
    this.workspace = workspace;
    this.chatbotId = chatbotId;
  }

  static async open(workspace: TestWorkspace, name = 'Support'): Promise<FlowDesk> {
    const { id } = await workspace.call<{ id: string }>('create_chatbot', { name });
    return new FlowDesk(workspace, id);
  }

  get(more: object = {}) {
    return this.#call<FlowView>('get_chatbot_flow', more);
  }

  update(flow: object, more: object = {}) {
    return this.#call<Edited & { readonly version: VersionView }>('update_chatbot_flow', { flow, ...more });
  }

  add(node: object, more: object = {}) {
    return this.#call<Edited & { readonly node: NodeView }>('add_flow_node', { node, ...more });
  }

  connect(edge: object, more: object = {}) {
    return this.#call<Edited & { readonly edge: EdgeView }>('connect_flow_nodes', { edge, ...more });
  }

  remove(nodeId: string, more: object = {}) {
    return this.#call<Edited & { readonly deleted: true; readonly removedEdges: readonly EdgeView[] }>(
      'delete_flow_node',
      { nodeId, ...more },
    );
  }

  versions(more: object = {}) {
    return this.#call<VersionPage>('list_flow_versions', more);
  }

  publish(versionId?: string) {
    return this.#call<VersionView & Omit<Edited, 'revision'>>('publish_flow_version', versionId ? { versionId } : {});
  }

  refused(tool: string, more: object) {
    return this.workspace.refused(tool, { chatbotId: this.chatbotId, ...more });
  }

  #call<T>(tool: string, more: object): Promise<T> {
    return this.workspace.call<T>(tool, { chatbotId: this.chatbotId, ...more });
  }
}

/** A node that says something. */
export const message = (id: string, text = `Text of ${id}.`, y = 0) => ({
  id,
  type: 'message-node',
  data: { text },
  position: { x: 0, y },
});

/** A flow that can be published: a welcome, then messages in a row. */
export function lineOf(...texts: readonly string[]) {
  const [first = 'Hi!', ...rest] = texts;
  const nodes = [
    { id: 'welcome', type: 'welcome-node', data: { text: first }, position: { x: 0, y: 0 } },
    ...rest.map((text, index) => message(`m${index + 1}`, text, (index + 1) * 140)),
  ];
  const edges = nodes.slice(1).map(({ id }, index) => ({ source: nodes[index]?.id ?? '', target: id }));
  return { nodes, edges };
}
