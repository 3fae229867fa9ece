import { defineConfig } from 'vitepress';
import { anchorOf } from '../../scripts/docs/anchor.ts';
import { plainText } from './plain-text.ts';
import { repository, repositoryLinks } from './repository-links.ts';
import { sidebar } from './sidebar.ts';

export default defineConfig({
  title: 'Conferbot MCP',
  description: 'The chatbot platform whose whole workspace an AI assistant can run.',
  lang: 'en',
  // Where the site is below the root of its host: /conferbot-mcp/
  base: process.env.DOCS_BASE ?? '/',
  markdown: {
    linkify: false,
    anchor: { slugify: anchorOf },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: md => {
      repositoryLinks(md);
      plainText(md);
    },
  },
  // The index of the search is one chunk.
  vite: { build: { chunkSizeWarningLimit: 5_000 } },
  themeConfig: {
    nav: [
      { text: 'Guides', link: '/start' },
      { text: 'Reference', link: '/reference/tools/' },
      { text: 'Decisions', link: '/decisions/README' },
      { text: 'Repository', link: repository },
    ],
    sidebar,
    outline: [2, 3],
    search: { provider: 'local' },
  },
});
