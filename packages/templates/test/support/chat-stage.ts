import { setTimeout as sleep } from 'node:timers/promises';
import type { FlowGraph, ScriptInput, SimulationScript, UploadedFile } from '@conferbot/flow-engine';
import { startJobs } from '@conferbot/runtime';
import { RouteClient, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { Mailbox } from './mailbox.ts';
import { Outside } from './outside.ts';
import { allPlugins } from './plugins.ts';
import { contentOf } from './sample-file.ts';

interface Session {
  readonly sessionId: string;
  readonly token: string;
}

interface View {
  readonly status: string;
  readonly input: object | null;
}

/** Without a clock of its own, a script begins when simulations do. */
const defaultClock = '2026-03-02T09:00:00.000Z';

/** All domains at work, with a clock that is moved by hand and a world outside that is told what to answer. */
export class ChatStage implements AsyncDisposable {
  readonly bed: Testbed;
  readonly workspace: TestWorkspace;
  readonly outside: Outside;
  readonly mailbox: Mailbox;
  readonly #clock: { now: number };
  readonly #routes: RouteClient;
  /** Addresses of files as a script says them, by those that they were uploaded to. */
  readonly #uploads = new Map<string, string>();
  #messages = 0;

  private constructor(bed: Testbed, outside: Outside, mailbox: Mailbox, clock: { now: number }) {
    this.bed = bed;
    this.outside = outside;
    this.mailbox = mailbox;
    this.#clock = clock;
    this.workspace = bed.workspace();
    this.#routes = new RouteClient(bed.runtime, this.workspace);
  }

  static async open(): Promise<ChatStage> {
    const clock = { now: Date.parse(defaultClock) };
    const outside = new Outside();
    const mailbox = await Mailbox.open();
    const mail = { url: mailbox.url, from: 'Bot <bot@example.com>' };
    const bed = await testbed(allPlugins({ egress: outside, mail }), { clock: () => clock.now });
    return new ChatStage(bed, outside, mailbox, clock);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bed[Symbol.asyncDispose]();
    await this.mailbox[Symbol.asyncDispose]();
  }

  /** A visitor, people and the clock do what a script says. Returns the id of the conversation. */
  async play(chatbotId: string, graph: FlowGraph, script: SimulationScript): Promise<string> {
    const { inputs, trigger = {}, mocks, clock = defaultClock } = script;
    this.#clock.now = Date.parse(clock);
    this.outside.expect(graph, mocks);
    this.mailbox.mails.length = 0;
    const { session: meta = {}, visitor = {} } = trigger;
    const body = { meta, visitor };
    const session = await this.#routes.call<Session & View>('POST', `/api/v1/chat/${chatbotId}/sessions`, { body });
    for (const input of inputs) {
      await this.#settle(session);
      await this.#give(session, input);
    }
    await this.#settle(session);
    return session.sessionId;
  }

  /** Delays pass by themselves, unless the script has something for them. */
  async #give(session: Session, input: ScriptInput): Promise<void> {
    if ('event' in input) return this.#happen(session, input.event);
    const view = await this.#settle(session);
    if (view.status === 'active' && view.input === null) await this.#passTime(session);
    const { files = [], ...reply } = input;
    const fileIds = await Promise.all(files.map(file => this.#upload(session, file)));
    const clientMessageId = `m${++this.#messages}`;
    const body = { clientMessageId, ...reply, ...(fileIds.length > 0 && { fileIds }) };
    await this.#call(session, 'POST', '/messages', body);
  }

  async #happen(session: Session, event: string): Promise<void> {
    if (event === 'timer') return this.#passTime(session);
    if (event === 'handover') return void (await this.#call(session, 'POST', '/handover'));
    const what = { agent_joined: 'join', handback: 'handback', close: 'close' }[event];
    if (what === undefined) throw new Error(`Nobody knows how to do ${event}.`);
    await this.#routes.call('POST', `/api/v1/external/v1/conversations/${session.sessionId}/${what}`, { body: {} });
  }

  async #upload({ sessionId, token }: Session, file: UploadedFile): Promise<string> {
    const { fileId, url } = await this.#routes.call<{ fileId: string; url: string }>(
      'POST',
      `/api/v1/chat/sessions/${sessionId}/files`,
      {
        body: contentOf(file),
        headers: { authorization: `Bearer ${token}`, 'x-file-name': encodeURIComponent(file.name) },
      },
    );
    this.#uploads.set(url, file.url);
    return fileId;
  }

  /** Until the time has come that the conversation waits for. What is under way is done before: it takes no time. */
  async #passTime(session: Session): Promise<void> {
    await this.#settle(session);
    const [waking] = await this.#rows<{ at: string }>(
      `select max(due_at) as at from conversation_alarms where kind = 'wake'`,
    );
    this.#clock.now = Date.parse(waking?.at ?? '');
    await this.bed.store.run({ role: 'worker' }, [
      { text: `update job_schedules set next_run_at = '2000-01-01', locked_until = null`, values: [] },
    ]);
    const jobs = startJobs(this.bed.runtime, { pollInterval: 0 });
    await jobs.runDue();
    await jobs.stop();
  }

  /** Other systems are asked, and mails are sent, after the answer. */
  async #settle(session: Session): Promise<View> {
    for (let tries = 0; tries < 1_000; tries++) {
      const pending = await this.#rows(`select 1 from conversation_effects where status = 'pending' limit 1`);
      if (pending.length === 0) return this.#call<View>(session, 'GET', '?after=0');
      await sleep(10);
    }
    throw new Error('What is done outside never ends.');
  }

  async #rows<T extends object>(text: string): Promise<readonly T[]> {
    const app = { role: 'app', workspaceId: this.workspace.id, readOnly: true } as const;
    const [result] = await this.bed.store.run(app, [{ text, values: [] }]);
    return (result?.rows ?? []) as T[];
  }

  #call<T>({ sessionId, token }: Session, method: string, what: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${token}` };
    return this.#routes.call(method, `/api/v1/chat/sessions/${sessionId}${what}`, {
      headers,
      ...(body !== undefined && { body }),
    });
  }

  /** The same with files at the addresses that they have in the script. */
  asScripted<T>(calls: T): T {
    const text = [...this.#uploads].reduce(
      (said, [url, scripted]) => said.replaceAll(url, scripted),
      JSON.stringify(calls),
    );
    return JSON.parse(text) as T;
  }
}
