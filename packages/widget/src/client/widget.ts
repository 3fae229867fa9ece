import { elementFrom } from './element/conferbot-element.ts';
import type { ChatModule } from './element/mounted-chat.ts';
import { type PageApi, pageApi } from './element/page-api.ts';
import { widgetScript } from './element/script-address.ts';

declare global {
  interface Window {
    Conferbot?: PageApi;
  }
}

/** Address of the module with the chat, below the folder of this script; set by the build. */
declare const CHAT_MODULE: string;

const name = 'conferbot-chat';
const script = widgetScript();
const host = new URL('.', script?.src ?? document.baseURI).href;

if (customElements.get(name) === undefined) {
  const loadChat = () => import(new URL(CHAT_MODULE, host).href) as Promise<ChatModule>;
  customElements.define(name, elementFrom({ host, loadChat }));
  window.Conferbot = pageApi();
}
if (script?.dataset.bot !== undefined) addBubble(script.dataset.bot, script);

/** One bubble for each chatbot, however often a page runs the script. */
function addBubble(bot: string, script: HTMLElement): void {
  const there = [...document.querySelectorAll(name)].some(element => element.getAttribute('bot') === bot);
  if (there) return;
  const element = document.createElement(name);
  element.setAttribute('bot', bot);
  element.setAttribute('mode', 'bubble');
  for (const attribute of ['locale', 'user-id', 'user-hash', 'user-token']) {
    const value = script.getAttribute(`data-${attribute}`);
    if (value !== null) element.setAttribute(attribute, value);
  }
  if (document.body !== null) document.body.append(element);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(element), { once: true });
}
