import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';

const docs = join(import.meta.dirname, '..');

const page = (text: string, link: string) => ({ text, link });

/** Pages of a folder under their own titles. */
function pagesOf(folder: string, pattern: string): DefaultTheme.SidebarItem[] {
  return globSync(`${folder}/${pattern}`, { cwd: docs })
    .sort()
    .map(path => page(titleOf(path), `/${path.replace(/\.md$/, '')}`));
}

function titleOf(path: string): string {
  const [, title = path] = /^# (?:Tools: )?(.+)$/m.exec(readFileSync(join(docs, path), 'utf8')) ?? [];
  return title;
}

export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'Guides',
    items: [
      page('Start here', '/start'),
      page('Live chat', '/live-chat'),
      page('Flows', '/flows'),
      page('Knowledge base', '/knowledge-base'),
      page('Webhooks', '/webhooks'),
      page('Export and import', '/export'),
      page('Views of results', '/views'),
      page('Operating', '/operating'),
      page('Security', '/security'),
      page('Embedding', '/embedding'),
      page('Writing a plugin', '/writing-a-plugin'),
      page('Adding a tool', '/adding-a-tool'),
      page('Architecture', '/architecture'),
    ],
  },
  {
    text: 'Reference',
    items: [
      {
        ...page('Tools', '/reference/tools/'),
        collapsed: true,
        items: pagesOf('reference/tools', '!(index).md'),
      },
      page('Resources', '/reference/resources'),
      page('Prompts', '/reference/prompts'),
      page('REST', '/reference/rest'),
      page('Node types', '/node-types'),
      page('Widget settings', '/reference/widget-settings'),
      {
        ...page('Packages', '/reference/api/'),
        collapsed: true,
        items: [
          page('@conferbot/plugin', '/reference/api/@conferbot/plugin'),
          page('@conferbot/runtime', '/reference/api/@conferbot/runtime'),
          page('@conferbot/testing', '/reference/api/@conferbot/testing'),
        ],
      },
    ],
  },
  {
    ...page('Decisions', '/decisions/README'),
    collapsed: true,
    items: pagesOf('decisions', '[0-9]*.md'),
  },
];
