/**
 * Origins that a view may reach, such as `https://tiles.example.com`; hosts turn them into a Content Security Policy.
 * Each defaults to none.
 */
export interface ViewOrigins {
  /** Of requests. */
  readonly connectDomains?: readonly string[];
  /** Of scripts, styles, images and fonts. */
  readonly resourceDomains?: readonly string[];
  /** Of nested frames. */
  readonly frameDomains?: readonly string[];
  /** Of the base address. */
  readonly baseUriDomains?: readonly string[];
}

/**
 * How hosts of MCP Apps show the result of a tool: one HTML document in a sandboxed frame, which is handed each result
 * by `postMessage`. Clients that do not know MCP Apps see the tool as before. `createView` of `@conferbot/views` makes
 * one from a description.
 */
export interface ToolView {
  /** The whole document, from `<!doctype html>` on. It is public: the same for every caller, without data. */
  readonly html: string;
  /** Default: no network at all. */
  readonly csp?: ViewOrigins;
  /** Whether the host should draw a border around it. Default true. */
  readonly prefersBorder?: boolean;
}
