import type { Composition } from '@conferbot/runtime';
import { aboutExamples, generated, json, page, prose, table } from './markdown.ts';
import type { Example } from './story.ts';

export function promptPage(composition: Composition, examples: readonly Example[]): [path: string, text: string] {
  const sections = [...composition.prompts.values()].flatMap(({ prompt, args, pluginId }) => {
    const example = examples.find(({ name }) => name === prompt.name);
    return [
      `## ${prompt.name}`,
      prose(prompt.description),
      `${prompt.title}, of the toolset [${pluginId}](tools/${pluginId}.md).`,
      table(
        ['argument', 'required', 'meaning'],
        args.map(({ name, required, description }) => [`\`${name}\``, required ? 'yes' : '', description]),
      ),
      '**Example**',
      json(example?.given),
      'answers the messages',
      json(example?.result),
    ];
  });
  return [
    'docs/reference/prompts.md',
    page('# Prompts', generated, `What a person picks in a client, by \`prompts/get\`. ${aboutExamples}`, ...sections),
  ];
}
