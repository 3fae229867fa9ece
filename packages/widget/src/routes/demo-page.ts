import type { Route } from '@conferbot/plugin';
import type { DemoChatbot } from '../options.ts';
import { escapeHtml, htmlAnswer } from './html-page.ts';
import { pageLanguage } from './page-language.ts';

/** A page with some chatbots, each as a website would have it. */
export function demoPageRoute(chatbots: () => readonly DemoChatbot[]): Route {
  return {
    method: 'GET',
    path: '/demo',
    access: 'public',
    async handle(request) {
      const shown = chatbots();
      const body = `<main lang="en" dir="ltr">
<h1>Conferbot demo</h1>
<p>The chatbots of this page are embedded as any website embeds them: one script, one element each.</p>
${shown.map(section).join('\n')}
</main>
${shown
  .filter(({ mode }) => mode !== 'inline')
  .map(element)
  .join('\n')}`;
      return htmlAnswer({ lang: pageLanguage(request), title: 'Conferbot demo', body, root: '' });
    },
  };
}

function section(chatbot: DemoChatbot): string {
  const { id, name, description, mode } = chatbot;
  const where = mode === 'inline' ? '' : ' It is a bubble in the corner of this page.';
  return `<section>
<h2>${escapeHtml(name)}</h2>
<p>${escapeHtml(description)}${where} Also <a href="chat/${escapeHtml(id)}">as a page of its own</a>.</p>
${mode === 'inline' ? element(chatbot) : ''}
</section>`;
}

function element({ id, mode = 'bubble' }: DemoChatbot): string {
  return `<conferbot-chat bot="${escapeHtml(id)}" mode="${mode}"></conferbot-chat>`;
}
