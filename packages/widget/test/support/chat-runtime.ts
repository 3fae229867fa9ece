import { randomUUID } from 'node:crypto';
import {
  type FlowInput,
  type FlowState,
  type FlowVersion,
  type Message,
  startState,
  takeTurn,
} from '@conferbot/flow-engine';
import type { ChatEvent, ReplyBody, SessionPart, SessionRequest, Turn } from '../../src/client/chat-api.ts';
import type { ChatConfig } from '../../src/client/chat-config.ts';
import type { ChatInput, ChatMessage } from '../../src/client/chat-message.ts';

/** A chatbot of the test server. */
export interface Bot {
  readonly version: FlowVersion;
  readonly chat: ChatConfig;
  /** Answers what the flow cannot use, and what is asked after its end. */
  readonly answer?: (question: string) => Promise<Pick<ChatMessage, 'text' | 'citations'>>;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly url: string;
}

/** A live conversation in memory, by the real engine. */
export class ChatRuntime {
  readonly id = `ses_${randomUUID()}`;
  readonly token = randomUUID();
  readonly messages: ChatMessage[] = [];
  readonly files = new Map<string, StoredFile>();
  readonly request: SessionRequest;
  readonly streams = new Set<(event: ChatEvent) => void>();
  rating: unknown;
  /** Replies that were taken, not answered from memory. */
  taken = 0;
  readonly #bot: Bot;
  readonly #answered = new Map<string, { readonly body: string; readonly turn: Turn }>();
  #state: FlowState = startState();
  #input: ChatInput | null = null;
  #asking = false;
  #seq = 0;

  constructor(bot: Bot, request: SessionRequest) {
    this.#bot = bot;
    this.request = request;
  }

  start(): Promise<Turn> {
    return this.take({ kind: 'start' });
  }

  /** The stored turn for a known id; undefined where the same id comes with another reply. */
  async reply(body: ReplyBody): Promise<Turn | undefined> {
    const { clientMessageId, fileId, fileIds = fileId === undefined ? [] : [fileId], ...reply } = body;
    const known = this.#answered.get(clientMessageId);
    if (known !== undefined) return known.body === JSON.stringify(body) ? known.turn : undefined;
    this.taken += 1;
    const files = fileIds.flatMap(id => this.files.get(id) ?? []);
    const before = this.#seq;
    this.#add({ from: 'visitor', type: 'text', text: this.#shown(body, files), clientMessageId });
    const taken =
      (await this.#answer(body)) ?? (await this.take({ kind: 'reply', ...reply, ...(files.length > 0 && { files }) }));
    const turn = { ...taken, messages: this.messages.filter(({ seq }) => seq > before) };
    this.#answered.set(clientMessageId, { body: JSON.stringify(body), turn });
    return turn;
  }

  async take(input: FlowInput): Promise<Turn> {
    const turn = await takeTurn(this.#bot.version, this.#state, input, { now: () => Date.now() });
    this.#state = turn.state;
    this.#input = turn.input;
    const messages = turn.messages.map(message => this.#add({ from: 'bot', ...message }));
    this.tell({ event: 'status', data: { ...this.standing(), seq: this.#seq } });
    return { messages, ...this.standing(), lastSeq: this.#seq };
  }

  standing(): Pick<Turn, 'input' | 'status'> {
    return { input: this.#offered(), status: this.#state.status };
  }

  /** As of a server that answers. */
  #offered(): ChatInput | null {
    if (this.#bot.answer === undefined) return this.#input;
    if (this.#asking) return null;
    if (this.#state.status === 'completed') return { nodeId: '', kind: 'text', optional: true };
    return this.#input === null || this.#input.kind === 'text' ? this.#input : { ...this.#input, mayAsk: true };
  }

  async #answer({ text }: ReplyBody): Promise<Turn | undefined> {
    const { answer } = this.#bot;
    if (answer === undefined || text?.includes(' ') !== true) return undefined;
    this.#asking = true;
    this.tell({ event: 'status', data: { ...this.standing(), seq: this.#seq } });
    const said = await answer(text);
    this.#asking = false;
    const message = this.#add({ from: 'bot', type: 'text', ...said });
    this.tell({ event: 'status', data: { ...this.standing(), seq: this.#seq } });
    return { messages: [message], ...this.standing(), lastSeq: this.#seq };
  }

  /** Three messages at a time. */
  after(seq: number): SessionPart {
    const missed = this.messages.filter(message => message.seq > seq);
    return { messages: missed.slice(0, 3), more: missed.length > 3, ...this.standing(), lastSeq: this.#seq };
  }

  agentSays(text: string): void {
    this.#add({ from: 'agent', type: 'text', text, name: 'Ada' });
  }

  /** A message as anybody could have stored it. */
  say(message: Message & Pick<ChatMessage, 'from'>): void {
    this.#add(message);
  }

  tell(event: ChatEvent): void {
    for (const stream of this.streams) stream(event);
  }

  #add(message: Omit<ChatMessage, 'seq' | 'createdAt'>): ChatMessage {
    const added = { ...message, seq: ++this.#seq, createdAt: new Date().toISOString() };
    this.messages.push(added);
    this.tell({ event: 'message', data: added });
    return added;
  }

  #shown({ text, choiceId, choiceIds, value }: ReplyBody, files: readonly StoredFile[]): string {
    const labels = [choiceId, ...(choiceIds ?? [])].map(
      id => this.#input?.options?.find(option => option.id === id)?.label,
    );
    return (
      text ?? (files.map(({ name }) => name).join(', ') || labels.filter(Boolean).join(', ') || JSON.stringify(value))
    );
  }
}
