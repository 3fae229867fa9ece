import { definePlugin } from '@conferbot/plugin';
import { askingTools } from './asking-tools.ts';
import { contentTools } from './content-tools.ts';
import { fixturePrompts } from './fixture-prompts.ts';
import { fixtureResources } from './fixture-resources.ts';
import { streamingTools } from './streaming-tools.ts';

const words = ['paris', 'park', 'party'];

/** What the official conformance suite calls by name, written through the plugin contract. */
export const fixturePlugin = definePlugin({
  id: 'conformance-fixture',
  version: '0.0.0',
  tools: [...contentTools, ...streamingTools, ...askingTools],
  resources: fixtureResources,
  prompts: fixturePrompts,
  completions: [{ argument: 'arg1', complete: async typed => words.filter(word => word.startsWith(typed)) }],
});
