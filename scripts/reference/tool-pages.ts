import { type Composition, restBase } from '@conferbot/runtime';
import { aboutExamples, generated, json, memberTable, page, parameterTable, prose, table } from './markdown.ts';
import { type Schema, schemaRows } from './schema-rows.ts';
import type { Example } from './story.ts';

type Entry = Composition['tools'] extends ReadonlyMap<string, infer Tool> ? Tool : never;

const folder = 'docs/reference/tools';

/** One page for each toolset, and one that lists them, by path. */
export function toolPages(composition: Composition, examples: readonly Example[]): [path: string, text: string][] {
  const toolsets = [...Map.groupBy(composition.tools.values(), ({ pluginId }) => pluginId)];
  return [
    [`${folder}/index.md`, overview(toolsets)],
    ...toolsets.map(([id, tools]): [string, string] => [`${folder}/${id}.md`, toolset(id, tools, examples)]),
  ];
}

/** They are composed as opt-in, and the story's server offers them to all. */
const optIn = ['flow-lab', 'webhooks-lab'];

function overview(toolsets: readonly (readonly [string, readonly Entry[]])[]): string {
  const lists = toolsets.flatMap(([id, tools]) => [
    `## ${id}`,
    optIn.includes(id) ? `Opt-in: a client asks for it by the address \`/api/v1/mcp/x/${id}\`.` : '',
    table(
      ['tool', 'does', 'scope'],
      tools.map(({ tool, scope }) => [`[\`${tool.name}\`](${id}.md#${tool.name})`, tool.title, `\`${scope}\``]),
    ),
  ]);
  return page(
    '# Tools',
    generated,
    `By MCP at \`/api/v1/mcp\`, and the same by REST below \`${restBase}\`. A key has scopes: \`read\`, \`write\`, \`publish\`. [Resources](../resources.md) and [prompts](../prompts.md) are on pages of their own.`,
    ...lists,
  );
}

function toolset(id: string, tools: readonly Entry[], examples: readonly Example[]): string {
  return page(
    `# Tools: ${id}`,
    generated,
    optIn.includes(id)
      ? `This toolset is opt-in: clients are not shown it until they name it, by the address \`/api/v1/mcp/x/${id}\`. ${aboutExamples}`
      : aboutExamples,
    ...tools.flatMap(entry => section(entry, examples)),
  );
}

function section(entry: Entry, examples: readonly Example[]): string[] {
  const { tool, inputSchema, outputSchema } = entry;
  const example = examples.find(({ name }) => name === tool.name);
  if (example === undefined) {
    throw new Error(`The tool ${tool.name} has no example: call it in scripts/reference/story.ts.`);
  }
  const parameters = schemaRows(inputSchema as Schema);
  const members = schemaRows((outputSchema ?? {}) as Schema);
  return [
    `## ${tool.name}`,
    prose(tool.description),
    facts(entry)
      .map(fact => `- ${fact}`)
      .join('\n'),
    '**Parameters**',
    parameters.length > 0 ? parameterTable(parameters) : 'None.',
    ...(members.length > 0 ? ['**Result**', memberTable(members)] : []),
    '**Example**',
    json(example.given),
    'answers',
    json(example.result),
  ];
}

function facts({ tool, scope, annotations, viewContents }: Entry): string[] {
  const { http } = tool;
  const status = http?.status ?? 200;
  return [
    `${tool.title}: ${effect(annotations)}.`,
    `Needs a key with the scope \`${scope}\`.`,
    ...(http === undefined ? [] : [`REST: \`${http.method} ${restBase}${http.path}\`, answers ${status}.`]),
    ...(viewContents === undefined ? [] : ['Clients that show MCP Apps show its result as a [view](../../views.md).']),
  ];
}

function effect({ readOnlyHint, destructiveHint, idempotentHint, openWorldHint }: Entry['annotations']): string {
  const outside = openWorldHint ? ', and reaches other systems' : '';
  if (readOnlyHint) return `only reads${outside}`;
  const lost = destructiveHint ? 'may remove or overwrite what cannot be brought back' : 'overwrites nothing for good';
  const again = idempotentHint ? 'the same call again changes nothing more' : 'the same call again does it again';
  return `writes; ${lost}; ${again}${outside}`;
}
