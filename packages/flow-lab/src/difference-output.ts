import type { FlowDiff } from '@conferbot/flow-engine';
import { cutList } from '@conferbot/plugin';
import { z } from 'zod';

const name = z.object({ id: z.string().describe('Id of the node.'), type: z.string().describe('Its type.') });

const value = z.looseObject({ pointer: z.string().describe('JSON pointer within data; before and after beside it.') });

const option = z.object({
  id: z.string().describe('Id of the option.'),
  label: z.string().describe('What visitors read.'),
});

const ends = z.object({
  source: z.string().describe('The node that it leaves.'),
  output: z.string().nullable().describe('The output; null is the default one.'),
  target: z.string().describe('The node that it leads to.'),
});

/** The details of a difference. */
export const differenceFields = {
  nodes: z
    .object({
      added: z.array(name).describe('Nodes that are new.'),
      removed: z.array(name).describe('Nodes that are gone.'),
      changed: z
        .array(
          name.extend({
            typeBefore: z.string().optional().describe('Its type before, where that was another.'),
            texts: z.array(value).describe('What visitors read.'),
            options: z
              .object({
                added: z.array(option).describe('Options that are new.'),
                removed: z.array(option).describe('Options that are gone.'),
                renamed: z
                  .array(
                    z.object({
                      id: z.string().describe('Id of the option.'),
                      before: z.string().describe('What visitors read before.'),
                      after: z.string().describe('What they read now.'),
                    }),
                  )
                  .describe('Options with another label.'),
              })
              .describe('What visitors choose from.'),
            fields: z.array(value).describe('All other data.'),
          }),
        )
        .describe('Nodes with other data.'),
      moved: z.int().describe('Nodes that were only put elsewhere in the editor.'),
    })
    .describe('Nodes that differ.'),
  edges: z
    .object({
      added: z.array(ends).describe('Outputs that lead somewhere now.'),
      removed: z.array(ends).describe('Outputs that lead nowhere now.'),
      rerouted: z
        .array(
          ends.omit({ target: true }).extend({
            before: z.string().describe('The node that it led to.'),
            after: z.string().describe('The node that it leads to.'),
          }),
        )
        .describe('Outputs that lead elsewhere.'),
    })
    .describe('Edges that differ.'),
  variables: z
    .object({
      added: z.array(z.string()).describe('Names that are set now.'),
      removed: z.array(z.string()).describe('Names that are not set any more.'),
    })
    .describe('Variables that differ.'),
  truncated: z.boolean().optional().describe('True when details were left off to keep the answer short.'),
};

const difference = z.object(differenceFields);

const roomForNodes = 24_000;
const roomForEach = 6_000;

export function differenceView(diff: FlowDiff): z.input<typeof difference> {
  const { nodes, edges, variables } = diff;
  const view = {
    nodes: {
      added: cutList(nodes.added, roomForEach),
      removed: cutList(nodes.removed, roomForEach),
      changed: cutList(nodes.changed, roomForNodes),
      moved: nodes.moved,
    },
    edges: {
      added: cutList(edges.added, roomForEach),
      removed: cutList(edges.removed, roomForEach),
      rerouted: cutList(edges.rerouted, roomForEach),
    },
    variables: {
      added: cutList(variables.added, roomForEach),
      removed: cutList(variables.removed, roomForEach),
    },
  };
  const isCut = JSON.stringify(view) !== JSON.stringify({ nodes, edges, variables });
  return { ...view, ...(isCut && { truncated: true }) } as object as z.input<typeof difference>;
}
