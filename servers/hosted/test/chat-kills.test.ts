import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf, enquiryFlow, enquiryOf } from './support/enquiry.ts';
import { fixedPort } from './support/fixed-port.ts';
import { killableStores } from './support/killable-store.ts';
import { type Operator, operate } from './support/operator.ts';
import { type ServerProcess, spawnServer } from './support/process.ts';
import { Random } from './support/random.ts';
import { type Registry, startRegistry } from './support/registry.ts';
import { Tally } from './support/tally.ts';
import { type ChatMessage, type Visit, Visitor } from './support/visitor.ts';

/** How often the server is killed while visitors talk to it; TEST_KILLS=50 for the long run. */
const kills = Number(process.env.TEST_KILLS ?? 2);
/** Decides when the server is killed and how long visitors think. The name of the suite tells it. */
const seed = Number(process.env.TEST_SEED ?? randomInt(2 ** 31));
const visitors = 200;
/** Milliseconds after which a conversation that does not end is taken for one that never will. */
const patience = 90_000 + kills * 15_000;

interface Stored {
  readonly status: string;
  readonly messages: readonly ChatMessage[];
  readonly answers: readonly { readonly key: string; readonly answeredAt?: string }[];
  readonly nodePath: readonly { readonly nodeId: string; readonly exit?: string }[];
}

let root: string;
/** An undisturbed conversation of the same script, held before the first kill on the first store: stores do not differ. */
let undisturbed: unknown;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'conferbot-chat-kills-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Letters only, and none within another one. */
function nameOf(index: number): string {
  const letter = (position: number) => String.fromCharCode(97 + (Math.floor(index / 26 ** position) % 26));
  return `Visitor${letter(1)}${letter(0)}`;
}

/** What of a conversation does not depend on when it was held, nor on the name of the visitor. */
function gist({ status, messages, answers, nodePath }: Stored, name: string): unknown {
  const text = JSON.stringify({
    status,
    messages: messages.map(({ createdAt: _at, ...message }) => message),
    answers: answers.map(({ answeredAt: _at, ...answer }) => answer),
    path: nodePath.map(({ nodeId, exit }) => ({ nodeId, exit })),
  });
  return JSON.parse(text.replaceAll(name, 'NAME'));
}

async function publish(operator: Operator, registry: Registry): Promise<string> {
  const { id } = await operator.call('create_chatbot', { name: 'Enquiries' });
  const chatbotId = String(id);
  await operator.call('update_chatbot_flow', { chatbotId, flow: enquiryFlow(registry.url) });
  await operator.call('publish_flow_version', { chatbotId });
  return chatbotId;
}

async function totalOf(operator: Operator, tool: string, input: object): Promise<number> {
  const { pagination } = (await operator.call(tool, { ...input, limit: 1 })) as { pagination: { total: number } };
  return pagination.total;
}

interface Talk {
  readonly operator: Operator;
  readonly chatbotId: string;
}

async function stored({ operator, chatbotId }: Talk, { sessionId }: Visitor): Promise<Stored> {
  return (await operator.call('get_conversation', { chatbotId, conversationId: sessionId })) as unknown as Stored;
}

/** The conversation went as an undisturbed one goes, and holds what the visitor heard of it at any time. */
async function expectWhole(talk: Talk, visitor: Visitor, name: string): Promise<void> {
  const conversation = await stored(talk, visitor);
  expect(gist(conversation, name)).toEqual(undisturbed);
  expect(conversation.messages.map(({ seq }) => seq)).toEqual(conversation.messages.map((_, at) => at + 1));
  expect(visitor.heard.map(({ clientMessageId: _id, ...message }) => message)).toEqual(conversation.messages);
  const responseId = visitor.sessionId.replace('cnv_', 'res_');
  const response = await talk.operator.call('get_response', { chatbotId: talk.chatbotId, responseId });
  expect(response).toMatchObject({ status: 'completed', answersByKey: answersOf(name) });
}

/** Everything is counted once. */
async function expectCounts({ operator, chatbotId }: Talk, held: number): Promise<void> {
  expect(await operator.call('get_chatbot', { chatbotId })).toMatchObject({ responseCount: held });
  expect(await totalOf(operator, 'list_responses', { chatbotId })).toBe(held);
  expect(await totalOf(operator, 'list_conversations', { chatbotId })).toBe(held);
  expect(await totalOf(operator, 'list_conversations', { chatbotId, status: 'completed' })).toBe(held);
}

/** One call for each conversation; those that a kill broke off came again, and can be told by their keys. */
function expectCalls({ calls }: Registry, held: number): void {
  expect(calls.size).toBe(held);
  expect([...calls.values()].filter(bodies => bodies.length > 1)).not.toEqual([]);
  for (const bodies of calls.values()) {
    expect(new Set(bodies).size).toBe(1);
    expect(bodies.length).toBeLessThanOrEqual(1 + kills);
  }
}

describe(`a server that is killed while ${visitors} visitors talk to it (TEST_SEED=${seed})`, () => {
  it.each(killableStores)(
    'goes on with every conversation as if nothing had happened, on %s',
    async (_engine, prepare) => {
      const random = new Random(seed);
      await using store = await prepare();
      await using registry = await startRegistry(() => random.between(100, 300));
      const dataDir = join(root, store.name);
      const env = {
        DATA_DIR: dataDir,
        PORT: String(await fixedPort(random)),
        ALLOW_PRIVATE_WEBHOOKS: '1',
        LOG_LEVEL: 'error',
        ...store.env,
      };
      const servers: ServerProcess[] = [await spawnServer(env)];
      const [{ address = '' } = {}] = servers;
      const ending = new AbortController();
      const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(patience)]);
      try {
        const operator = await operate(address, dataDir);
        const chatbotId = await publish(operator, registry);
        const talk = { operator, chatbotId };
        const taken = new Tally();
        const visit = (index: number): Visit => ({
          server: address,
          chatbotId,
          address: `198.18.0.${index}`,
          says: enquiryOf(nameOf(index)),
          random,
          acknowledged: () => taken.add(),
          signal,
        });

        const others: Visitor[] = [];
        if (undisturbed === undefined) {
          const other = new Visitor({ ...visit(visitors), acknowledged: () => undefined });
          await other.converse();
          undisturbed = gist(await stored(talk, other), nameOf(visitors));
          others.push(other);
        }

        const all = Array.from({ length: visitors }, (_, index) => new Visitor(visit(index)));
        const messages = visitors * enquiryOf('').length;
        const later = Array.from({ length: kills - 1 }, () => Math.floor(random.between(0.1, 0.6) * messages));
        const moments = [
          // While the registry has just been called, and has not answered yet.
          () => registry.arrivals.reach(Math.floor(random.between(0.1, 0.9) * visitors)),
          ...later
            .sort((one, other) => one - other)
            .map(count => async () => {
              await taken.reach(count);
              await sleep(random.between(0, 50));
            }),
        ];
        const running: number[] = [];
        const kill = async (): Promise<void> => {
          for (const moment of moments) {
            await moment();
            running.push(all.filter(({ status }) => status !== 'completed').length);
            expect(await servers.at(-1)?.end('SIGKILL')).toBeNull();
            await store.outlastLeases(dataDir);
            servers.push(await spawnServer(env));
          }
        };
        await Promise.all([kill(), ...all.map(visitor => visitor.converse())]);

        for (const [index, visitor] of all.entries()) await expectWhole(talk, visitor, nameOf(index));
        await expectCounts(talk, all.length + others.length);
        expectCalls(registry, all.length + others.length);
        // Each kill struck in the middle.
        expect(Math.min(...running)).toBeGreaterThan(visitors / 4);
        expect(servers.map(server => server.output()).join('')).not.toContain('"level":"error"');
      } finally {
        ending.abort();
        await servers.at(-1)?.end('SIGKILL');
      }
    },
    patience + 30_000,
  );
});
