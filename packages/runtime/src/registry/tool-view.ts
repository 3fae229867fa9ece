import type { Tool, ViewOrigins } from '@conferbot/plugin';
import { ComposeError } from '../compose-error.ts';

/** How a tool names its view in `tools/list` (MCP Apps, 2026-01-26). */
export interface ToolViewMeta {
  readonly ui: { readonly resourceUri: string };
  /** The key of drafts of MCP Apps, which hosts still look for. */
  readonly 'ui/resourceUri': string;
}

/** A view as `resources/read` answers it. */
export interface ToolViewContents {
  readonly uri: string;
  readonly mimeType: 'text/html;profile=mcp-app';
  readonly text: string;
  readonly _meta: {
    readonly ui: { readonly csp: Required<ViewOrigins>; readonly prefersBorder: boolean };
  };
}

export function toolViewMeta(resourceUri: string): ToolViewMeta {
  return { ui: { resourceUri }, 'ui/resourceUri': resourceUri };
}

/** Works out what is answered for the view of a tool. @throws ComposeError `invalid_view` */
export function prepareToolView(tool: Tool, where: string): ToolViewContents | undefined {
  const { view } = tool;
  if (view === undefined) return undefined;
  if (tool.output === undefined) {
    throw new ComposeError('invalid_view', `${where}: a view shows structured results, so it needs an output schema.`);
  }
  if (!/^<!doctype html>/i.test(view.html)) {
    throw new ComposeError('invalid_view', `${where}: its view must be one document that begins with <!doctype html>.`);
  }
  const none = { connectDomains: [], resourceDomains: [], frameDomains: [], baseUriDomains: [] };
  return {
    uri: `ui://conferbot/${tool.name}`,
    mimeType: 'text/html;profile=mcp-app',
    text: view.html,
    _meta: { ui: { csp: { ...none, ...view.csp }, prefersBorder: view.prefersBorder ?? true } },
  };
}
