import { render } from 'preact';
import { css } from './chat.css';
import { ChatApi, type SessionRequest } from './chat-api.ts';
import type { ChatMount, MountedChat } from './element/mounted-chat.ts';
import { userOf } from './identity-proof.ts';
import { ChatProvider } from './panel/chat-context.ts';
import { ChatPanel } from './panel/chat-panel.tsx';
import { closedView, type PanelView } from './panel/panel-view.ts';
import { ChatSession } from './session/chat-session.ts';
import type { Entry } from './session/entry.ts';
import { Store } from './session/store.ts';
import { loadTexts } from './texts/load-texts.ts';
import { webAddress } from './web-address.ts';

/** Characters of an address that the server takes. */
const longestAddress = 2_000;

/** Draws a chat, closed. What is drawn and asked of the server begins with the first opening. */
export function mountChat(mount: ChatMount): MountedChat {
  const { chat, place, root } = mount;
  const api = new ChatApi(mount.host);
  const view = new Store<PanelView>(closedView);
  let unread = 0;
  let gone = false;
  let started = false;
  const session = new ChatSession({
    api,
    bot: mount.bot,
    user: () => userOf(mount.identity()),
    request: () => requestOf(mount),
    came: message => {
      tellMessage(mount, message);
      if (view.value.open) followRedirect(message);
      else if (message.from !== 'visitor') mount.showUnread(++unread);
    },
    statusChanged: status => mount.tell('status', { status }),
  });

  const start = async () => {
    started = true;
    addStyleSheet(root);
    const texts = await loadTexts(mount.locale.language);
    if (gone) return;
    const botName = chat.config.botName || chat.config.logoText || chat.name;
    render(
      <ChatProvider value={{ mount, api, session, texts, botName }}>
        <ChatPanel view={view} />
      </ChatProvider>,
      place,
    );
    await session.start();
  };

  return {
    open(focus) {
      unread = 0;
      mount.showUnread(0);
      view.set({ open: true, focus });
      if (!started) void start();
    },
    close: () => view.set(closedView),
    destroy() {
      gone = true;
      session.stop();
      render(null, place);
    },
  };
}

function addStyleSheet(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), sheet];
}

function requestOf({ visitor, identity, locale }: ChatMount): SessionRequest {
  const { name, email, phone } = visitor() ?? {};
  const proof = identity();
  return {
    visitor: { ...short('name', name), ...short('email', email), ...short('phone', phone) },
    ...(proof !== undefined && { identity: proof }),
    meta: {
      page: location.href.slice(0, longestAddress),
      referrer: document.referrer.slice(0, longestAddress),
      locale: navigator.language || locale.tag,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      device: matchMedia('(pointer: coarse)').matches ? 'mobile' : 'desktop',
    },
    channel: 'web',
  };
}

/** What a page says of its visitor may be anything; no more is sent than the server takes. */
function short(key: string, said: unknown): Record<string, string> {
  return typeof said === 'string' && said.trim() !== '' ? { [key]: said.trim().slice(0, 200) } : {};
}

function tellMessage(mount: ChatMount, { from, type, text }: Entry['message']): void {
  mount.tell('message', { from, type, ...(text !== undefined && { text }) });
}

/** A new tab may be held back by the browser; the message itself is a link to the same page. */
function followRedirect({ from, type, url, newTab }: Entry['message']): void {
  const address = webAddress(url);
  if (type !== 'redirect' || from !== 'bot' || address === undefined) return;
  if (newTab === false) location.assign(address);
  else open(address, '_blank', 'noopener,noreferrer');
}
