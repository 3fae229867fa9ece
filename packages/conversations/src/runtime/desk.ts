import { type CallContext, Fault, notFound } from '@conferbot/plugin';
import { type Agent, type ConversationDesk, type ConversationMoved, conversationId } from '../contract.ts';
import type { ChatDeps } from './chat-deps.ts';
import { ended } from './ended.ts';
import { takeFlowTurn } from './flow-turn.ts';
import { saidBefore } from './said-before.ts';
import { Thread } from './thread.ts';
import { lockThreadRow } from './thread-row.ts';
import { writeThread } from './write-thread.ts';

const typingMs = 6_000;

/** What people do in conversations, in the transaction of their call: effects are left to the job. */
export class Desk implements ConversationDesk {
  readonly #ctx: CallContext;
  readonly #deps: Pick<ChatDeps, 'secrets' | 'versions' | 'watchers'>;

  constructor(ctx: CallContext, deps: Pick<ChatDeps, 'secrets' | 'versions' | 'watchers'>) {
    this.#ctx = ctx;
    this.#deps = deps;
  }

  join(id: string, agent: Agent): Promise<ConversationMoved> {
    return this.#move(id, thread => this.#join(thread, agent));
  }

  async say(id: string, agent: Agent, text: string, clientMessageId?: string): Promise<ConversationMoved> {
    const body = { text, name: agent.name };
    const known = clientMessageId === undefined ? undefined : await this.#said(id, clientMessageId, body);
    if (known !== undefined) return known;
    return this.#move(id, async thread => {
      await this.#join(thread, agent);
      thread.say({ from: 'agent', type: 'text', body, clientMessageId });
    });
  }

  async typing(id: string): Promise<void> {
    const until = new Date(this.#ctx.now().getTime() + typingMs);
    const touched = await this.#ctx.sql`
      update conversations set agent_typing_until = ${until} where id = ${id} returning id`;
    if (touched.length === 0) throw noSuchConversation(id);
    this.#ctx.afterCommit(() => this.#deps.watchers.tell(id));
  }

  handBack(id: string): Promise<ConversationMoved> {
    return this.#move(id, async thread => {
      refuseEnded(thread);
      if (thread.flowStatus !== 'human') throw new Fault('conflict', 'No person takes part in this conversation.');
      leave(thread);
      await takeFlowTurn(this.#ctx, this.#deps.versions, thread, { kind: 'handback' });
    });
  }

  callPerson(id: string): Promise<ConversationMoved> {
    return this.#move(id, async thread => {
      refuseEnded(thread);
      if (thread.flowStatus !== 'active') return;
      if (thread.isBusy) throw busy();
      const turn = await takeFlowTurn(this.#ctx, this.#deps.versions, thread, { kind: 'handover' });
      if (turn.ignored !== undefined) throw busy();
    });
  }

  close(id: string): Promise<ConversationMoved> {
    return this.#move(id, async thread => {
      if (thread.hasEnded) return;
      leave(thread);
      await takeFlowTurn(this.#ctx, this.#deps.versions, thread, { kind: 'close' });
    });
  }

  /** Under the lock that the message itself takes. */
  async #said(
    id: string,
    clientMessageId: string,
    message: { readonly text: string; readonly name: string },
  ): Promise<ConversationMoved | undefined> {
    if ((await lockThreadRow(this.#ctx, id)) === undefined) throw noSuchConversation(id);
    return saidBefore(this.#ctx, id, clientMessageId, message);
  }

  async #join(thread: Thread, { name }: Agent): Promise<void> {
    refuseEnded(thread);
    if (thread.flowStatus === 'human' && thread.agentName === name) return;
    if (thread.flowStatus === 'active') await this.#interrupt(thread);
    await takeFlowTurn(this.#ctx, this.#deps.versions, thread, { kind: 'agent_joined' });
    thread.takeUp();
    thread.agentName = name;
    thread.say({ from: 'system', type: 'agent_joined', body: { name, text: `${name} joined the conversation.` } });
  }

  /** Whoever comes uncalled is not called: no ticket. */
  async #interrupt(thread: Thread): Promise<void> {
    if (thread.isBusy) throw busy();
    const turn = await takeFlowTurn(this.#ctx, this.#deps.versions, thread, { kind: 'handover' });
    if (turn.ignored !== undefined) throw busy();
    thread.effects.length = 0;
  }

  async #move(id: string, work: (thread: Thread) => Promise<void>): Promise<ConversationMoved> {
    const row = await lockThreadRow(this.#ctx, id);
    if (row === undefined) throw noSuchConversation(id);
    const thread = new Thread(row, this.#ctx.now());
    await work(thread);
    const { secrets } = this.#deps;
    if (thread.isChanged) await writeThread(this.#ctx, thread, { secrets, claims: false, clientMessageId: null });
    this.#ctx.afterCommit(() => this.#deps.watchers.tell(id));
    return { id, status: thread.status, lastSeq: thread.lastSeq };
  }
}

function leave(thread: Thread): void {
  const name = thread.agentName;
  if (name !== null)
    thread.say({ from: 'system', type: 'agent_left', body: { name, text: `${name} left the conversation.` } });
}

function refuseEnded(thread: Thread): void {
  if (thread.hasEnded) throw ended(thread.flowStatus);
}

function busy(): Fault {
  return new Fault('conflict', 'The bot is still working on something that the visitor said.', {
    fix: 'Make the same call again in a few seconds.',
  });
}

function noSuchConversation(id: string): Fault {
  return notFound('conversation', conversationId.encode(id));
}
