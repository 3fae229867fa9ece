import { describeNodeType as describe, describeCatalogue, type NodeTypeDescription } from '@conferbot/flow-engine';
import { defineTool, Fault } from '@conferbot/plugin';
import { z } from 'zod';
import { anyObject } from '../any-json.ts';

const field = z.looseObject({
  name: z.string().describe('Name of the field.'),
  kind: z.string().describe('text, number, true or false, list, or object.'),
  required: z.boolean().describe('Whether it must be there.'),
  description: z.string().describe('What it means.'),
});

export const describeNodeType = defineTool({
  name: 'describe_node_type',
  title: 'Describe node type',
  description:
    'Tell what a kind of node is for and what its data asks for: fields with defaults, an example to copy, its outputs (sourceHandle of edges), what it stores. Without type it lists all kinds with a line each. Use it before add_flow_node or apply_flow_patch.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/flow-lab/node-types' },
  input: z.object({
    type: z.string().max(100).optional().describe('Node type, such as ask-email-node; leave it out to list all.'),
  }),
  output: z.object({
    nodeTypes: z
      .array(
        z.object({
          type: z.string().describe('The node type.'),
          group: z.string().describe('send, ask, choice, logic, integration, special, or legacy.'),
          summary: z.string().describe('What a visitor sees, what is kept.'),
        }),
      )
      .optional()
      .describe('All kinds of node; absent when one is described.'),
    nodeType: z
      .object({
        type: z.string().describe('The node type.'),
        group: z.string().describe('send, ask, choice, logic, integration, special, or legacy.'),
        title: z.string().describe('Its name for people.'),
        summary: z.string().describe('What a visitor sees, what is kept.'),
        fields: z.array(field).describe('Fields of data; also default, aliases, and fields of what it holds.'),
        example: anyObject.describe('Data of a complete node.'),
        outputs: z
          .array(
            z.looseObject({
              id: z.string().nullable().describe('sourceHandle of an edge; null: an edge without one.'),
              label: z.string().describe('What it means.'),
            }),
          )
          .describe('Outputs of the example; those of another node follow its data.'),
        stores: z
          .array(
            z.looseObject({
              name: z.string().describe('Name of the variable.'),
              type: z.string().describe('text, number, date, file, list, object, or any.'),
            }),
          )
          .describe('What the example keeps.'),
        waits: z.boolean().describe('Whether the example waits for the visitor, a person or a timer.'),
        legacy: z.boolean().describe('Read in flows of old; do not add new ones.'),
      })
      .optional()
      .describe('The kind that was asked for.'),
  }),
}).run(async ({ type }) => {
  if (type === undefined) {
    return { nodeTypes: describeCatalogue().map(({ type, group, summary }) => ({ type, group, summary })) };
  }
  const known = describe(type);
  if (known === undefined) throw unknownType(type);
  return { nodeType: nodeTypeView(known) };
});

function nodeTypeView({ fields, outputs, stores, ...known }: NodeTypeDescription) {
  return {
    ...known,
    example: { ...known.example },
    fields: fields.map(each => ({ ...each })),
    outputs: outputs.map(each => ({ ...each })),
    stores: stores.map(each => ({ ...each })),
  };
}

/** Names the types that share most words with what was asked for. */
function unknownType(asked: string): Fault {
  const words = asked.toLowerCase().split(/[^a-z]+/);
  const shared = (type: string) => type.split('-').filter(word => words.some(other => word === other)).length;
  return new Fault('not_found', 'There is no such node type.', {
    fix: `The nearest are: ${describeCatalogue()
      .map(({ type }) => type)
      .sort((a, b) => shared(b) - shared(a))
      .slice(0, 5)
      .join(', ')}. Call describe_node_type without type for all.`,
  });
}
