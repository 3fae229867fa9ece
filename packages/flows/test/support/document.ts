import type { ExportDocument } from '@conferbot/testing';

/** A graph in a document. */
export interface WrittenGraph {
  readonly nodes: readonly { readonly id: string; readonly type: string; readonly data: Record<string, unknown> }[];
  readonly edges: readonly object[];
}

/** As much of a document as flows have to do with. */
export interface Document extends ExportDocument {
  readonly flow: {
    readonly draft: WrittenGraph;
    readonly published: { readonly name: string; readonly graph: WrittenGraph } | null;
  };
}
