import { z } from 'zod';
import type { Composition } from '../compose.ts';
import type { ObjectSchema } from './json-schema.ts';
import { listedSchema } from './listed-schema.ts';
import type { PreparedPrompt, PreparedResource, PreparedTool } from './prepared.ts';
import { type Selection, selectionKey } from './selection.ts';
import { type ToolViewContents, type ToolViewMeta, toolViewMeta } from './tool-view.ts';

/** The name of the argument that an endpoint bound to a chatbot fills in. */
export const boundArgument = 'chatbotId';

/** An MCP `Tool` object, as `tools/list` sends it. */
export interface ToolDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema?: ObjectSchema;
  readonly annotations: PreparedTool['annotations'];
  readonly _meta?: ToolViewMeta;
}

/** A tool as this view offers it. */
export interface ViewTool extends PreparedTool {
  readonly definition: ToolDefinition;
  /** The server fills in `chatbotId`. */
  readonly bound: boolean;
}

/** What one selection offers: computed once, shared by all calls, never changed. */
export interface View {
  readonly key: string;
  readonly tools: ReadonlyMap<string, ViewTool>;
  readonly resources: ReadonlyMap<string, PreparedResource>;
  readonly templates: readonly PreparedResource[];
  /** Documents that show results of the tools, by address. They can be read, and are on no list. */
  readonly toolViews: ReadonlyMap<string, ToolViewContents>;
  readonly prompts: ReadonlyMap<string, PreparedPrompt>;
  /** Whether prompts and templates lose their `chatbotId`. */
  readonly bound: boolean;
  /** Results of the list methods of MCP. */
  readonly lists: {
    readonly tools: SerializedList;
    readonly resources: SerializedList;
    readonly templates: SerializedList;
    readonly prompts: SerializedList;
  };
}

export interface SerializedList {
  readonly items: readonly object[];
  /** The MCP result as JSON, without its closing brace: `{"tools":[…]`. */
  readonly open: string;
  /** The same in UTF-8: lists are the longest answers. */
  readonly bytes: Buffer;
}

const mostViews = 64;

/** Hands out views: each computed once, the least recently used forgotten past 64. */
export class ViewCache {
  readonly #composition: Composition;
  readonly #views = new Map<string, View>();

  constructor(composition: Composition) {
    this.#composition = composition;
  }

  get(selection: Selection): View {
    const key = selectionKey(selection);
    let view = this.#views.get(key);
    if (view === undefined) {
      view = createView(this.#composition, selection, key);
      const oldest = this.#views.keys().next().value;
      if (this.#views.size >= mostViews && oldest !== undefined) this.#views.delete(oldest);
    } else {
      this.#views.delete(key);
    }
    this.#views.set(key, view);
    return view;
  }
}

function createView(composition: Composition, selection: Selection, key: string): View {
  const pluginIds = new Set(selection.plugins ?? offeredByDefault(composition));
  const chosen = (entry: { readonly pluginId: string }) => pluginIds.has(entry.pluginId);
  const allowed = (entry: PreparedTool) =>
    chosen(entry) && selection.scopes.includes(entry.scope) && (!selection.readOnly || entry.annotations.readOnlyHint);
  const readable = selection.scopes.includes('read');

  const tools = new Map<string, ViewTool>();
  for (const [name, entry] of composition.tools) {
    if (allowed(entry)) tools.set(name, viewTool(entry, selection));
  }
  const resources = [...composition.resources.values()].filter(entry => chosen(entry) && readable);
  const fixed = resources.filter(entry => entry.template === undefined);
  const templates = resources.filter(entry => entry.template !== undefined);
  const prompts = new Map([...composition.prompts].filter(([, entry]) => chosen(entry) && readable));
  return {
    key,
    tools,
    resources: new Map(fixed.map(entry => [entry.resource.uri, entry])),
    templates,
    toolViews: toolViewsOf(tools),
    prompts,
    bound: selection.bound,
    lists: {
      tools: serialized(
        'tools',
        [...tools.values()].map(entry => entry.definition),
      ),
      resources: serialized(
        'resources',
        fixed.map(entry => ({ uri: entry.resource.uri, ...describeResource(entry) })),
      ),
      templates: serialized(
        'resourceTemplates',
        templates.map(entry => ({ uriTemplate: entry.resource.uri, ...describeResource(entry) })),
      ),
      prompts: serialized(
        'prompts',
        [...prompts.values()].map(entry => describePrompt(entry, selection.bound)),
      ),
    },
  };
}

function toolViewsOf(tools: ReadonlyMap<string, ViewTool>): Map<string, ToolViewContents> {
  const contents = [...tools.values()].flatMap(({ viewContents }) => viewContents ?? []);
  return new Map(contents.map(one => [one.uri, one]));
}

function offeredByDefault({ plugins }: Composition): readonly string[] {
  return plugins.filter(plugin => !plugin.optIn).map(plugin => plugin.id);
}

function viewTool(entry: PreparedTool, selection: Selection): ViewTool {
  const bound = selection.bound && boundArgument in entry.inputSchema.properties;
  const confirms = selection.confirms && entry.annotations.destructiveHint;
  let { input, inputSchema } = entry;
  if (bound) {
    input = input.omit({ [boundArgument]: true });
    inputSchema = withoutProperty(inputSchema, boundArgument);
  }
  if (confirms) {
    input = input.extend({ confirmToken: z.string().max(2048).optional() });
    inputSchema = {
      ...inputSchema,
      properties: {
        ...inputSchema.properties,
        confirmToken: {
          type: 'string',
          maxLength: 2048,
          description: 'Leave out for a preview and a token; pass that token to go through with it.',
        },
      },
    };
  }
  const { tool, outputSchema, annotations, viewContents } = entry;
  const definition = {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: listedSchema(inputSchema),
    ...(outputSchema === undefined ? {} : { outputSchema }),
    annotations,
    ...(viewContents === undefined ? {} : { _meta: toolViewMeta(viewContents.uri) }),
  };
  return { ...entry, input, inputSchema, bound, definition };
}

function withoutProperty(schema: ObjectSchema, name: string): ObjectSchema {
  const { [name]: _removed, ...properties } = schema.properties;
  return { ...schema, properties, required: (schema.required ?? []).filter(key => key !== name) };
}

function describeResource({ resource, mimeType }: PreparedResource): object {
  return { name: resource.name, title: resource.title, description: resource.description, mimeType };
}

function describePrompt({ prompt, args }: PreparedPrompt, bound: boolean): object {
  const shown = bound ? args.filter(arg => arg.name !== boundArgument) : args;
  return { name: prompt.name, title: prompt.title, description: prompt.description, arguments: shown };
}

function serialized(member: string, items: readonly object[]): SerializedList {
  const open = `{${JSON.stringify(member)}:${JSON.stringify(items)}`;
  return { items, open, bytes: Buffer.from(open) };
}
