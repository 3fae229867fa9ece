import type { z } from 'zod';
import type { ContentBlock } from './content.ts';
import type { CallContext, Scope } from './context.ts';
import type { ToolView } from './view.ts';

/**
 * What a call may do to the world; becomes the MCP tool annotations. A read-only tool runs in a
 * read-only transaction, so it cannot lie.
 */
export type Safety =
  | {
      readonly readOnly: true;
      /** Reaches systems other than this one. Default false. */
      readonly openWorld?: boolean;
    }
  | {
      readonly readOnly: false;
      /** May remove or overwrite what cannot be brought back. */
      readonly destructive: boolean;
      /** The same call again changes nothing more. */
      readonly idempotent: boolean;
      readonly openWorld?: boolean;
    };

/** The same call over REST, below `/api/v1/external/v1`. Path parameters are input fields in braces. */
export interface HttpBinding {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** Status of success. Default 200. */
  readonly status?: 200 | 201 | 202;
}

export interface ToolSpec {
  /** `verb_noun`, snake case, up to 32 characters. */
  readonly name: string;
  readonly title: string;
  /** One paragraph for a model: what it does, when to use it, what it returns, what to call next. */
  readonly description: string;
  readonly safety: Safety;
  /** What a key needs. Default: `read` for read-only tools, else `write`. */
  readonly scope?: Scope;
  readonly http?: HttpBinding;
  /**
   * Gives the tool an argument `fields`, by which a model asks for some members of a wide record only: of each
   * entry of `data`, or of the result itself. The runtime checks the names and leaves out the rest of what the
   * handler returned. `id` always stays; where a record has none, all its members named `…Id` do.
   */
  readonly fields?: 'data' | 'root';
  /** Reports progress or log lines while it runs: answered as an event stream where the client takes one. */
  readonly streams?: boolean;
  /** How hosts of MCP Apps show its results. Only for tools with an output schema. */
  readonly view?: ToolView;
}

/** A tool as the runtime sees it. Make one with {@link defineTool}. */
export interface Tool extends ToolSpec {
  readonly input: z.ZodObject;
  /** Absent for a tool that answers content blocks instead of a structured result. */
  readonly output: z.ZodObject | undefined;
  readonly run: (input: never, ctx: CallContext) => Promise<object>;
}

/** The second step of {@link defineTool}: the handler, checked against both schemas. */
export interface ToolBuilder<I extends z.ZodObject, Result> {
  run(handler: (input: z.output<I>, ctx: CallContext) => Promise<Result>): Tool;
}

/**
 * Defines a tool in two steps, so that the schemas are fixed before the handler is checked against them:
 * `defineTool({ …, input, output }).run(async (input, ctx) => result)`. Without `output` the handler
 * returns content blocks.
 */
export function defineTool<I extends z.ZodObject, O extends z.ZodObject>(
  spec: ToolSpec & { readonly input: I; readonly output: O },
): ToolBuilder<I, z.input<O>>;
export function defineTool<I extends z.ZodObject>(
  spec: ToolSpec & { readonly input: I; readonly output?: undefined },
): ToolBuilder<I, readonly ContentBlock[]>;
export function defineTool(
  spec: ToolSpec & { readonly input: z.ZodObject; readonly output?: z.ZodObject | undefined },
): ToolBuilder<z.ZodObject, object> {
  return { run: handler => Object.freeze({ ...spec, output: spec.output, run: handler }) };
}
