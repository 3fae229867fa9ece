import type { Route } from '@conferbot/plugin';
import { escapeHtml, htmlAnswer } from './html-page.ts';
import { pageLanguage } from './page-language.ts';

/** A page with some chatbots, each as a website would have it. */
export function demoPageRoute(chatbots: () => readonly string[]): Route {
  return {
    method: 'GET',
    path: '/demo',
    access: 'public',
    async handle(request) {
      const bots = chatbots().map(escapeHtml);
      const items = bots.map(bot => `<li><a href="chat/${bot}">${bot}</a> as a page of its own</li>`);
      const bubbles = bots.map(bot => `<conferbot-chat bot="${bot}" mode="bubble"></conferbot-chat>`);
      const body = `<main lang="en" dir="ltr">
<h1>Conferbot demo</h1>
<p>Each chatbot of this page is a bubble in its corner.</p>
<ul>${items.join('')}</ul>
</main>
${bubbles.join('\n')}`;
      return htmlAnswer({ lang: pageLanguage(request), title: 'Conferbot demo', body, root: '' });
    },
  };
}
