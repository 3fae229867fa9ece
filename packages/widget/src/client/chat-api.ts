import type { ChatConfig } from './chat-config.ts';
import { errorOf } from './chat-error.ts';
import type { ChatInput, ChatMessage, ChatStatus } from './chat-message.ts';
import { readEvents } from './event-stream.ts';
import type { IdentityProof } from './identity-proof.ts';

/** Who visits, as far as the page knows it. */
export interface Visitor {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface SessionRequest {
  /** Of an earlier session in this browser. */
  readonly visitorId?: string;
  readonly visitor?: Visitor;
  readonly identity?: IdentityProof;
  /** A UUID. The same call again within ten minutes opens no other session. */
  readonly clientSessionId?: string;
  readonly meta: {
    readonly page: string;
    readonly referrer: string;
    readonly locale: string;
    readonly timezone: string;
    readonly device: 'desktop' | 'mobile';
  };
  readonly channel: 'web';
}

/** Names a session, and proves that it is one's own. */
export interface SessionKey {
  readonly sessionId: string;
  readonly token: string;
}

/** How a session stands, and what was said since, the visitor's own messages included. */
export interface Turn {
  readonly messages: readonly ChatMessage[];
  readonly input: ChatInput | null;
  readonly status: ChatStatus;
  /** The last message by then: a turn with a higher one is newer. */
  readonly lastSeq: number;
}

/** A part of a long conversation. */
export interface SessionPart extends Turn {
  /** There is more after the last message. */
  readonly more?: boolean;
}

export interface StartedSession extends SessionKey, Turn {
  readonly visitorId: string;
}

/** A reply; an empty `text` leaves an optional question out. */
export interface ReplyBody {
  /** A UUID. The same id again is answered with the stored turn, so a reply can be sent until it arrives. */
  readonly clientMessageId: string;
  readonly text?: string;
  readonly choiceId?: string;
  readonly choiceIds?: readonly string[];
  /** The point of a rating. */
  readonly value?: number;
  /** One uploaded file, */
  readonly fileId?: string;
  /** or several. */
  readonly fileIds?: readonly string[];
}

/** What `GET sessions/:id/events` streams: each is one server-sent event, `event` its name and `data` the rest as JSON. */
export type ChatEvent =
  | { readonly event: 'message'; readonly data: ChatMessage }
  | { readonly event: 'typing'; readonly data: { readonly from: 'agent' | 'bot'; readonly typing: boolean } }
  /** How the session stands; `seq` names the last message by then. */
  | { readonly event: 'status'; readonly data: Pick<Turn, 'status' | 'input'> & { readonly seq: number } };

export interface StreamListener {
  /** From now on nothing that is said can be missed. */
  readonly opened: () => void;
  /** Something came, if only a sign of life. */
  readonly heard: () => void;
}

export interface ArticleSummary {
  readonly slug: string;
  /** BCP 47; articles in several languages may have one slug. */
  readonly locale: string;
  readonly title: string;
  readonly description?: string;
}

/** `content` is Markdown. */
export interface Article extends ArticleSummary {
  readonly content: string;
}

/** What a page may know of a chatbot before it is opened. The only call of the launcher. */
export async function readConfig(host: string, chatbotId: string): Promise<ChatConfig> {
  const response = await fetchAnswer(`${baseOf(host)}${encodeURIComponent(chatbotId)}/config`);
  return (await response.json()) as ChatConfig;
}

/**
 * With `readConfig`, the whole HTTP contract of the widget; paths below `{host}/api/v1/chat/`. Requests carry no cookie. Calls of a session
 * carry `Authorization: Bearer {token}`. A refusal is a `ChatError`; a network failure is the `TypeError` of fetch.
 */
export class ChatApi {
  readonly #base: string;

  /** @param host Address that the server's paths are below, with a slash at its end. */
  constructor(host: string) {
    this.#base = baseOf(host);
  }

  startSession(chatbotId: string, request: SessionRequest): Promise<StartedSession> {
    return this.#json(`${encodeURIComponent(chatbotId)}/sessions`, { method: 'POST', json: request });
  }

  /** Messages after `after`, and how the session stands. */
  async readSession(key: SessionKey, after: number): Promise<Turn> {
    const messages: ChatMessage[] = [];
    for (let from = after; ; ) {
      const part: SessionPart = await this.#json(`${pathOf(key)}?after=${from}`, { key });
      messages.push(...part.messages);
      const { seq = from } = part.messages.at(-1) ?? {};
      if (part.more !== true || seq <= from) return { ...part, messages };
      from = seq;
    }
  }

  reply(key: SessionKey, body: ReplyBody): Promise<Turn> {
    return this.#json(`${pathOf(key)}/messages`, { method: 'POST', key, json: body });
  }

  /** Uploads one file: its bytes are the body, `Content-Type` its type, `X-File-Name` its name, percent-encoded. */
  upload(key: SessionKey, file: File): Promise<{ readonly fileId: string }> {
    const headers = {
      'content-type': file.type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name.toWellFormed?.() ?? file.name),
    };
    return this.#json(`${pathOf(key)}/files`, { method: 'POST', key, body: file, headers });
  }

  /** Asks for a person, whatever the flow is doing. */
  askForPerson(key: SessionKey): Promise<Turn> {
    return this.#json(`${pathOf(key)}/handover`, { method: 'POST', key, json: {} });
  }

  end(key: SessionKey): Promise<Turn> {
    return this.#json(`${pathOf(key)}/end`, { method: 'POST', key, json: {} });
  }

  /** Stores how content the visitor is: 1 to 5, and why. The answer has no body that is read. */
  async rate(key: SessionKey, rating: { readonly rating: number; readonly comment?: string }): Promise<void> {
    await this.#fetch(`${pathOf(key)}/rating`, { method: 'POST', key, json: rating });
  }

  /** Published articles that fit; without words those that most people read. `lang` is the language of the visitor. */
  searchArticles(
    chatbotId: string,
    words: string,
    lang: string,
    signal: AbortSignal,
  ): Promise<{ data: readonly ArticleSummary[] }> {
    const query = new URLSearchParams({ q: words, lang });
    return this.#json(`${encodeURIComponent(chatbotId)}/articles?${query}`, { signal });
  }

  article(chatbotId: string, { slug, locale }: ArticleSummary): Promise<Article> {
    const query = new URLSearchParams({ lang: locale });
    return this.#json(`${encodeURIComponent(chatbotId)}/articles/${encodeURIComponent(slug)}?${query}`);
  }

  /** Whether an article helped; a later answer replaces an earlier one. The answer has no body that is read. */
  async voteArticle(chatbotId: string, { slug, locale }: ArticleSummary, helpful: boolean): Promise<void> {
    const query = new URLSearchParams({ lang: locale });
    const path = `${encodeURIComponent(chatbotId)}/articles/${encodeURIComponent(slug)}/vote?${query}`;
    await this.#fetch(path, { method: 'POST', json: { helpful } });
  }

  /** Streams what happens in a session after a message. */
  async *events(
    key: SessionKey,
    after: number,
    signal: AbortSignal,
    { opened, heard }: StreamListener,
  ): AsyncGenerator<ChatEvent> {
    const response = await this.#fetch(`${pathOf(key)}/events?after=${after}`, {
      key,
      signal,
      headers: { accept: 'text/event-stream' },
    });
    opened();
    if (response.body !== null) yield* readEvents(response.body, heard) as AsyncGenerator<ChatEvent>;
  }

  async #json<Result>(path: string, request?: ApiRequest): Promise<Result> {
    return (await (await this.#fetch(path, request)).json()) as Result;
  }

  #fetch(path: string, request?: ApiRequest): Promise<Response> {
    return fetchAnswer(this.#base + path, request);
  }
}

const baseOf = (host: string) => new URL('api/v1/chat/', host).href;

async function fetchAnswer(address: string, { key, json, headers, ...rest }: ApiRequest = {}): Promise<Response> {
  const response = await fetch(address, {
    ...rest,
    ...(json !== undefined && { body: JSON.stringify(json) }),
    headers: {
      accept: 'application/json',
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(key && { authorization: `Bearer ${key.token}` }),
      ...headers,
    },
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) throw await errorOf(response);
  return response;
}

interface ApiRequest {
  readonly method?: 'POST';
  readonly key?: SessionKey;
  readonly json?: object;
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const pathOf = ({ sessionId }: SessionKey) => `sessions/${encodeURIComponent(sessionId)}`;
