import { readConfig } from '../chat-api.ts';
import type { ChatConfig } from '../chat-config.ts';
import { type IdentityProof, userOf } from '../identity-proof.ts';
import { type Locale, localeOf } from '../locale.ts';
import { themeOf } from '../theme/theme.ts';
import { css } from './element.css';
import { tell } from './events.ts';
import { createLauncher, type Launcher } from './launcher.ts';
import { launcherTexts } from './launcher-texts.ts';
import type { ChatModule, MountedChat, WidgetMode } from './mounted-chat.ts';
import { recallOpen, rememberOpen } from './open-memory.ts';
import { pageVisitor } from './page-visitor.ts';
import { stackOf } from './stack.ts';

/** Where the script came from, and so the chat's modules and server. */
export interface Source {
  /** With a slash at its end. */
  readonly host: string;
  readonly loadChat: () => Promise<ChatModule>;
}

const modes: readonly string[] = ['bubble', 'popup', 'inline', 'fullpage'];
const smallScreen = '(max-width: 480px), (max-height: 420px)';

/** `<conferbot-chat bot="bot_…" mode="bubble">`: the element class for a source. */
export function elementFrom(source: Source): CustomElementConstructor {
  return class extends ConferbotElement {
    constructor() {
      super(source);
    }
  };
}

/** A chat on a page. It lives from being put into the document until it is taken out, or its attributes change. */
export class ConferbotElement extends HTMLElement {
  static readonly observedAttributes = ['bot', 'mode', 'locale', 'host', 'user-id', 'user-token'];
  readonly #source: Source;
  readonly #root = this.attachShadow({ mode: 'open' });
  #life: AbortController | undefined;
  #config: Promise<ChatConfig | undefined> = Promise.resolve(undefined);
  #launcher: Launcher | undefined;
  #chat: MountedChat | undefined;
  #loading: Promise<MountedChat | undefined> | undefined;
  #place = document.createElement('div');
  #open = false;
  #user: string | undefined;

  constructor(source: Source) {
    super();
    this.#source = source;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
  }

  get bot(): string {
    return this.getAttribute('bot') ?? '';
  }

  get mode(): WidgetMode {
    const mode = this.getAttribute('mode') ?? '';
    return modes.includes(mode) ? (mode as WidgetMode) : 'bubble';
  }

  connectedCallback(): void {
    if (this.#life === undefined && this.bot !== '') this.#begin();
  }

  disconnectedCallback(): void {
    // An element that is moved is taken out and put in again at once.
    queueMicrotask(() => !this.isConnected && this.#end());
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    // A new token for the same user changes nothing.
    if (name.startsWith('user-') && userOf(this.#identity()) === this.#user) return;
    this.#end();
    this.connectedCallback();
  }

  async open(focus = true): Promise<void> {
    const life = this.#life;
    if (life === undefined || this.#open) return;
    this.#open = true;
    this.#launcher?.show({ open: true, unread: 0 });
    rememberOpen(this.bot, true);
    const chat = await this.#load();
    if (!this.#open || life !== this.#life) return;
    chat?.open(focus);
    tell('open', { bot: this.bot });
  }

  close(): void {
    if (!this.#open || this.mode === 'inline' || this.mode === 'fullpage') return;
    this.#open = false;
    this.#chat?.close();
    this.#launcher?.show({ open: false, unread: 0 });
    rememberOpen(this.bot, false);
    tell('close', { bot: this.bot });
  }

  toggle(): void {
    if (this.#open) this.close();
    else void this.open();
  }

  #begin(): void {
    const life = new AbortController();
    this.#life = life;
    this.#user = userOf(this.#identity());
    this.#config = readConfig(this.#host(), this.bot).catch((error: unknown) => {
      console.warn(`Conferbot: ${this.bot} cannot be shown.`, error);
      return undefined;
    });
    void this.#config.then(chat => !life.signal.aborted && this.#show(chat));
  }

  #end(): void {
    this.#life?.abort();
    this.#life = undefined;
    this.#launcher?.stop();
    this.#launcher = undefined;
    this.#chat?.destroy();
    this.#chat = undefined;
    this.#loading = undefined;
    this.#open = false;
    this.#root.replaceChildren();
  }

  #host(): string {
    return new URL(this.getAttribute('host') ?? this.#source.host, document.baseURI).href;
  }

  #identity(): IdentityProof | undefined {
    const token = this.getAttribute('user-token');
    if (token) return { token };
    const userId = this.getAttribute('user-id');
    return userId ? { userId, hash: this.getAttribute('user-hash') ?? '' } : undefined;
  }

  #locale(chat?: ChatConfig): Locale {
    return localeOf(this.getAttribute('locale'), chat?.locale, document.documentElement.lang);
  }

  #show(chat: ChatConfig | undefined): void {
    const frame = this.#frame(chat);
    const staying = this.mode === 'inline' || this.mode === 'fullpage';
    if (chat === undefined) {
      if (staying) frame.textContent = launcherTexts(this.#locale().language).unavailable;
      return;
    }
    if (this.mode === 'bubble') {
      this.#launcher = createLauncher(chat.config, launcherTexts(this.#locale(chat).language), () => this.toggle());
      frame.append(...this.#launcher.elements);
    }
    tell('ready', { bot: this.bot });
    if (this.mode === 'inline') this.#openInView();
    else if (staying || this.#opensItself(chat)) void this.open(false);
  }

  #frame(chat: ChatConfig | undefined): HTMLElement {
    const locale = this.#locale(chat);
    const theme = themeOf(chat?.config ?? {});
    const frame = document.createElement('div');
    frame.className = 'conferbot';
    frame.lang = locale.tag;
    frame.dir = locale.direction;
    frame.dataset.mode = this.mode;
    frame.dataset.position = chat?.config.widgetPosition === 'left' ? 'left' : 'right';
    frame.dataset.scheme = theme.followsScheme ? 'auto' : 'light';
    for (const [name, value] of Object.entries(theme.properties)) frame.style.setProperty(name, value);
    if (this.mode === 'bubble') frame.style.setProperty('--stack', String(stackOf(this)));
    this.#place = document.createElement('div');
    this.#place.className = 'place';
    frame.append(this.#place);
    this.#root.replaceChildren(frame);
    return frame;
  }

  #opensItself(chat: ChatConfig): boolean {
    const before = recallOpen(this.bot);
    const small = matchMedia(smallScreen).matches;
    return before ?? (chat.config.botAutoOpen === true && !small);
  }

  /** A chat within the page starts when it is looked at: one that nobody scrolls to is no conversation. */
  #openInView(): void {
    const observer = new IntersectionObserver(entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void this.open(false);
    });
    observer.observe(this);
    this.#life?.signal.addEventListener('abort', () => observer.disconnect());
  }

  #load(): Promise<MountedChat | undefined> {
    this.#loading ??= this.#mount().catch((error: unknown) => {
      this.#loading = undefined;
      console.warn('Conferbot: the chat cannot be loaded.', error);
      this.#open = false;
      this.#launcher?.show({ open: false, unread: 0 });
      return undefined;
    });
    return this.#loading;
  }

  async #mount(): Promise<MountedChat | undefined> {
    const life = this.#life;
    const [{ mountChat }, chat] = await Promise.all([this.#source.loadChat(), this.#config]);
    if (chat === undefined || life !== this.#life) return undefined;
    this.#chat = mountChat({
      bot: this.bot,
      mode: this.mode,
      host: this.#host(),
      chat,
      locale: this.#locale(chat),
      place: this.#place,
      root: this.#root,
      visitor: pageVisitor,
      identity: () => this.#identity(),
      close: () => this.close(),
      tell: (name, event) => tell(name, { bot: this.bot, ...event } as never),
      showUnread: unread => this.#launcher?.show({ open: this.#open, unread }),
    });
    return this.#chat;
  }
}
