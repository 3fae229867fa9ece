import type { Plugin, Tool } from '@conferbot/plugin';
import { EntitySchema } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkSchema } from './check-schema.ts';
import type { TestWorkspace } from './test-workspace.ts';
import { type Testbed, testbed } from './testbed.ts';

/** A plugin under test, with what it needs beside it. */
export interface ConformanceSubject {
  readonly plugin: () => Plugin;
  /** Plugins that provide what it requires, and the ids that its tools take. */
  readonly beside?: () => readonly Plugin[];
  /**
   * Fills a workspace and returns arguments, good for that workspace, by tool name. Each is called, and its
   * result checked. Those with ids are called from another workspace as well, which must see nothing.
   */
  readonly examples: (workspace: TestWorkspace) => Promise<Readonly<Record<string, object>>>;
  /** Id arguments of what all workspaces share, such as `templateId`. Default: none. */
  readonly sharedIds?: readonly string[];
}

/**
 * The rules of the house as tests, for any plugin, ours or a third party's. Call it at the top of a test
 * file: `conformance({ plugin: () => webhooks(), examples: async workspace => ({ … }) })`.
 */
export function conformance(subject: ConformanceSubject): void {
  const plugin = subject.plugin();
  const ids = { plugin: plugin.id };

  describe(`plugin ${plugin.id} keeps the rules of the house`, () => {
    let bed: Testbed;
    beforeAll(async () => {
      bed = await testbed([...(subject.beside?.() ?? []), subject.plugin()]);
    }, 60_000);
    afterAll(() => bed?.[Symbol.asyncDispose]());

    const own = () => [...bed.composition.tools.values()].filter(entry => entry.pluginId === ids.plugin);

    it('is frozen data, made anew by its factory', () => {
      expect(Object.isFrozen(plugin)).toBe(true);
      expect(subject.plugin()).not.toBe(plugin);
      for (const tool of plugin.tools) expect(Object.isFrozen(tool), tool.name).toBe(true);
    });

    it('describes its tools to a model in 40 to 1,024 characters', () => {
      for (const { name, description } of plugin.tools) {
        expect(description.length, name).toBeGreaterThanOrEqual(40);
        expect(description.length, name).toBeLessThanOrEqual(1024);
      }
    });

    it('describes every field, however deep', () => {
      for (const { tool, inputSchema, outputSchema } of own()) {
        expect(undescribed(inputSchema), `input of ${tool.name}`).toEqual([]);
        expect(undescribed(outputSchema ?? {}), `output of ${tool.name}`).toEqual([]);
      }
    });

    it('takes no unknown argument', () => {
      for (const { tool, inputSchema } of own()) expect(inputSchema.additionalProperties, tool.name).toBe(false);
    });

    it('offers every tool over REST, by GET what reads, unless an argument is an object', () => {
      for (const { tool, inputSchema } of own()) {
        expect(tool.http, tool.name).toBeDefined();
        const byGet = tool.safety.readOnly && !Object.values(inputSchema.properties).some(holdsObjects);
        expect(tool.http?.method === 'GET', tool.name).toBe(byGet);
      }
    });

    it('completes every id argument of its prompts and resource templates', () => {
      const names = [
        ...plugin.prompts.flatMap(prompt => Object.keys(prompt.args.shape)),
        ...plugin.resources.flatMap(resource => Object.keys(resource.params?.shape ?? {})),
      ];
      for (const name of names.filter(name => name.endsWith('Id'))) {
        expect(bed.composition.completions.has(name), name).toBe(true);
      }
    });

    it('leads every key and index of its tables with the workspace', () => {
      const { worker } = plugin.storage.rights;
      for (const entity of plugin.storage.entities) {
        const meta = EntitySchema.REGISTRY.get(entity)?.meta;
        expect(meta?.rowLevelSecurity, meta?.tableName).toBe('force');
        // What jobs read, they read across workspaces.
        if (meta?.properties.workspaceId === undefined || meta.tableName in worker) continue;
        for (const index of [...(meta.indexes ?? []), ...(meta.uniques ?? [])]) {
          const [first] = [index.properties ?? []].flat();
          expect(first, `${meta.tableName}: ${index.name}`).toBe('workspaceId');
        }
      }
    });

    it('migrates to exactly its entities, down, and up again', async () => {
      expect(await checkSchema(bed.composition.schema)).toEqual([]);
    });

    it('has an example for each of its tools, and each answers what its schema says', async () => {
      const workspace = bed.workspace();
      const examples = await subject.examples(workspace);
      expect(Object.keys(examples).sort()).toEqual(plugin.tools.map(tool => tool.name).sort());
      for (const tool of inSafeOrder(plugin.tools)) {
        const result = await workspace.call(tool.name, examples[tool.name]);
        if (tool.output !== undefined) expect(tool.output.strict().safeParse(result).error, tool.name).toBeUndefined();
      }
    });

    it('answers the ids of another workspace exactly as ids that nobody has', async () => {
      const examples = await subject.examples(bed.workspace());
      const stranger = bed.workspace();
      const shared = new Set(subject.sharedIds);
      const ownIds = (tool: Tool) => idFields(tool).filter(field => !shared.has(field));
      for (const tool of plugin.tools.filter(tool => ownIds(tool).length > 0)) {
        const foreign = examples[tool.name] as Record<string, unknown>;
        const missing = { ...foreign };
        for (const field of ownIds(tool)) {
          if (typeof foreign[field] === 'string') missing[field] = nobodys(foreign[field]);
        }
        const [seen, expected] = [
          await stranger.refused(tool.name, foreign),
          await stranger.refused(tool.name, missing),
        ];
        expect(withoutIds(seen), tool.name).toEqual(withoutIds(expected));
        expect(seen.error, tool.name).toBe('not_found');
      }
    });
  });
}

/** Readers first, then writers, and what destroys at the end. */
function inSafeOrder(tools: readonly Tool[]): Tool[] {
  const rank = ({ safety }: Tool) => (safety.readOnly ? 0 : safety.destructive ? 2 : 1);
  return [...tools].sort((a, b) => rank(a) - rank(b));
}

function holdsObjects(schema: object): boolean {
  const { type, items, anyOf = [] } = schemaNode.parse(schema);
  return type === 'object' || [...(items === undefined ? [] : [items]), ...anyOf].some(holdsObjects);
}

function idFields(tool: Tool): string[] {
  return Object.keys(tool.input.shape).filter(field => field.endsWith('Id'));
}

/** The same kind of id with another uuid in it. */
function nobodys(id: string): string {
  return `${id.slice(0, 4)}${'0'.repeat(id.length - 5)}1`;
}

function withoutIds(failure: object): unknown {
  return JSON.parse(JSON.stringify(failure).replaceAll(/[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}/g, 'ID'));
}

const schemaNode = z.looseObject({
  type: z.string().optional(),
  anyOf: z.array(z.looseObject({})).optional(),
  properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })).optional(),
  items: z.looseObject({}).optional(),
});

/** Paths of the fields below a JSON Schema that have no description. */
function undescribed(schema: object, path = ''): string[] {
  const { properties = {}, items } = schemaNode.parse(schema);
  const below = Object.entries(properties).flatMap(([name, field]) => [
    ...(field.description === undefined ? [`${path}${name}`] : []),
    ...undescribed(field, `${path}${name}.`),
  ]);
  return items === undefined ? below : [...below, ...undescribed(items, `${path}[].`)];
}
