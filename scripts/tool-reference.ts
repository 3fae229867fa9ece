// Writes docs/reference from what the server composes, with examples that run; with --check says whether it is current.

import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { startClock } from './reference/clock.ts';
import { promptPage } from './reference/prompt-page.ts';
import { resourcePage } from './reference/resource-page.ts';
import { restPage } from './reference/rest-page.ts';
import { startStoryServer } from './reference/server.ts';
import { Stable } from './reference/stable.ts';
import { type Example, tellStory } from './reference/story.ts';
import { toolPages } from './reference/tool-pages.ts';
import { widgetPage } from './reference/widget-page.ts';

const command = 'node --conditions=@conferbot/source scripts/tool-reference.ts';

startClock();
await using server = await startStoryServer();
const { composition } = server;
const stable = new Stable();
const examples = (await tellStory(server)).map(example => stable.of(example) as Example);
const pages = new Map([
  ...toolPages(composition, examples),
  resourcePage(composition, examples),
  promptPage(composition, examples),
  restPage(composition),
  widgetPage(),
]);

const stale = globSync('docs/reference/{*.md,tools/*.md}').filter(path => !pages.has(path));
if (process.argv.includes('--check')) {
  const outdated = [...pages].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  for (const path of [...outdated, ...stale]) console.error(`${path} is not what the server says: run ${command}`);
  if (outdated.length + stale.length > 0) process.exitCode = 1;
  else console.log(`${pages.size} pages of docs/reference are current, ${examples.length} examples ran`);
} else {
  for (const path of stale) rmSync(path);
  mkdirSync('docs/reference/tools', { recursive: true });
  for (const [path, text] of pages) writeFileSync(path, text);
}

function read(path: string): string | undefined {
  return globSync(path).length === 0 ? undefined : readFileSync(path, 'utf8');
}
