import type { ExportDocument } from '@conferbot/testing';

/** As much of a document as widgets have to do with. */
export interface Document extends ExportDocument {
  readonly widget: {
    readonly config: object;
    readonly allowedOrigins: readonly string[];
    readonly channels: readonly { readonly type: string; readonly name: string; readonly config: object }[];
  };
}
