import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import {
  contractVersion,
  definePlugin,
  definePrompt,
  defineResource,
  defineTool,
  Fault,
  InputRequired,
  isFault,
  isInputRequired,
} from '../src/index.ts';

const spec = {
  name: 'count_letters',
  title: 'Count letters',
  description: 'Counts.',
  safety: { readOnly: true },
} as const;

describe('definitions', () => {
  it('check a handler against the schemas of its tool', () => {
    const input = z.object({ text: z.string(), times: z.number().default(1) });
    const output = z.object({ letters: z.number() });
    defineTool({ ...spec, input, output }).run(async ({ text, times }, ctx) => {
      expectTypeOf(text).toEqualTypeOf<string>();
      expectTypeOf(times).toEqualTypeOf<number>();
      expectTypeOf(ctx.workspace.id).toEqualTypeOf<string>();
      return { letters: text.length };
    });
    // @ts-expect-error the result has another type
    defineTool({ ...spec, input, output }).run(async () => ({ letters: 'many' }));
    // @ts-expect-error a tool without an output schema answers content
    defineTool({ ...spec, input }).run(async () => ({ letters: 1 }));
    // @ts-expect-error what changes something says whether it destroys
    defineTool({ ...spec, safety: { readOnly: false }, input, output });
    // @ts-expect-error what reads cannot destroy
    defineTool({ ...spec, safety: { readOnly: true, destructive: true }, input, output });
  });

  it('freeze what they define', () => {
    const tool = defineTool({ ...spec, input: z.object({}), output: z.object({}) }).run(async () => ({}));
    const resource = defineResource({ uri: 'x://y', name: 'y', title: 'Y', description: 'Y.' }).read(async () => ({}));
    const prompt = definePrompt({ name: 'p', title: 'P', description: 'P.', args: z.object({}) }).get(async () => []);
    const plugin = definePlugin({
      id: 'letters',
      version: '1.0.0',
      tools: [tool],
      resources: [resource],
      prompts: [prompt],
    });
    for (const thing of [tool, resource, prompt, plugin, plugin.storage]) expect(Object.isFrozen(thing)).toBe(true);
    expect(plugin).toMatchObject({
      contractVersion,
      jobs: [],
      routes: [],
      storage: { entities: [], rights: { app: {}, worker: {}, control: {} } },
    });
  });
});

describe('a fault', () => {
  it('is known by its brand, also when another copy of the package made it', () => {
    const foreign = Object.assign(new Error('gone'), {
      code: 'not_found',
      [Symbol.for('@conferbot/plugin.Fault')]: true,
    });
    expect(isFault(foreign)).toBe(true);
    expect(isFault(new Fault('conflict', 'twice'))).toBe(true);
    expect(isFault(new Error('no'))).toBe(false);
    expect(isInputRequired(new InputRequired({}))).toBe(true);
    expect(isInputRequired(new Fault('conflict', 'twice'))).toBe(false);
  });
});
