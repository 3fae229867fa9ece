import { definePlugin, defineTool, type Plugin } from '@conferbot/plugin';
import { z } from 'zod';
import { sampleTools } from '../fixtures/sample-tools.ts';

/** The trivial tool that is called, and 44 more that are listed beside it. */
export function benchPlugin(): Plugin {
  const echo = defineTool({
    name: 'bench_echo',
    title: 'Echo',
    description: 'Answers the text it is given, and its length.',
    safety: { readOnly: true },
    input: z.object({ text: z.string().describe('Text to answer.') }),
    output: z.object({ text: z.string().describe('The text.'), length: z.int().describe('Its length.') }),
  }).run(async ({ text }) => ({ text, length: text.length }));

  const listed = sampleTools().map(({ name, title, description, annotations, input, output }) =>
    defineTool({
      name: `bench_${name}`,
      title,
      description,
      safety: annotations.readOnlyHint
        ? { readOnly: true }
        : { readOnly: false, destructive: annotations.destructiveHint, idempotent: annotations.idempotentHint },
      input: z.object(input),
      output: z.object(output),
    }).run(async () => ({})),
  );
  return definePlugin({ id: 'bench', version: '1.0.0', tools: [echo, ...listed] });
}
