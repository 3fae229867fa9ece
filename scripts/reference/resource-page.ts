import type { Composition } from '@conferbot/runtime';
import { aboutExamples, generated, json, page, prose } from './markdown.ts';
import type { Example } from './story.ts';

export function resourcePage(composition: Composition, examples: readonly Example[]): [path: string, text: string] {
  const sections = [...composition.resources.values()].flatMap(({ resource, mimeType, pluginId }) => {
    const example = examples.find(({ name }) => name === resource.uri);
    return [
      `## ${resource.name}`,
      `\`${resource.uri}\``,
      prose(resource.description),
      `${resource.title}, \`${mimeType}\`, of the toolset [${pluginId}](tools/${pluginId}.md).`,
      `**Example**: \`${example?.given}\` reads as`,
      json(example?.result),
    ];
  });
  return [
    'docs/reference/resources.md',
    page(
      '# Resources',
      generated,
      `What a client reads by \`resources/read\` instead of calling a tool. ${aboutExamples}`,
      ...sections,
    ),
  ];
}
