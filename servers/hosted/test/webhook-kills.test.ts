import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CountingReceiver, startCountingReceiver } from './support/counting-receiver.ts';
import { fixedPort } from './support/fixed-port.ts';
import { killableStores } from './support/killable-store.ts';
import { type Operator, operate } from './support/operator.ts';
import { createDatabase } from './support/postgres.ts';
import { type ServerProcess, spawnServer } from './support/process.ts';
import { Random } from './support/random.ts';
import { serverWithTicketOffice } from './support/ticket-office.ts';

/** How often the server is killed while it delivers; TEST_KILLS=50 for the long run. */
const kills = Number(process.env.TEST_KILLS ?? 3);
/** So many events that kills strike in the middle, 10,000 at most. */
const events = Math.min(10_000, 1000 * Math.ceil(kills / 4));
/** Decides when the server is killed, and how the endpoint answers. The name of the suite tells it. */
const seed = Number(process.env.TEST_SEED ?? randomInt(2 ** 31));
const perBatch = 25;
/** Events that may wait for their delivery before more are caused. */
const backlog = 200;
/** Milliseconds after which a delivery that does not come is taken for lost. */
const patience = 180_000 + kills * 30_000;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'conferbot-webhook-kills-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Batch {
  readonly chatbotId: string;
  readonly from: number;
}

/** What became of the transactions that caused events. */
class Ledger {
  readonly committed: Batch[] = [];
  readonly undone: Batch[] = [];
  /** Broken off by a kill: all of it happened, or nothing. */
  readonly unknown: Batch[] = [];
}

/** A chatbot whose tickets are told to the receiver, and who runs it. */
interface Shop {
  readonly operator: Operator;
  readonly chatbotId: string;
}

async function openShop(operator: Operator, receiver: CountingReceiver): Promise<Shop> {
  const { id } = await operator.call('create_chatbot', { name: 'Tickets' });
  const chatbotId = String(id);
  const path = `/${chatbotId}`;
  const webhook = { chatbotId, url: `${receiver.url}${path}`, events: ['ticket.created'] };
  receiver.trust(path, String((await operator.call('create_webhook', webhook)).secret));
  return { operator, chatbotId };
}

interface Cause {
  readonly shops: readonly Shop[];
  readonly receiver: CountingReceiver;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** How many events are to happen. */
  readonly wanted: number;
}

/** Causes events until so many have happened for sure, as fast as they are delivered. */
async function cause({ shops, receiver, random, signal, wanted }: Cause): Promise<Ledger> {
  const ledger = new Ledger();
  for (let from = 0; ledger.committed.length * perBatch < wanted; from += perBatch) {
    while (ledger.committed.length * perBatch - receiver.distinct > backlog) await sleep(20, undefined, { signal });
    const { operator, chatbotId } = shops[(from / perBatch) % shops.length] as Shop;
    const batch = { chatbotId, from };
    const undone = random.chance(0.1);
    try {
      await operator.call('open_tickets', { ...batch, count: perBatch, undone });
      ledger.committed.push(batch);
    } catch (error) {
      const isAnswer = error instanceof Error && error.message.startsWith('open_tickets failed');
      if (isAnswer && !undone) throw error;
      (undone ? ledger.undone : ledger.unknown).push(batch);
      if (!isAnswer) await sleep(200, undefined, { signal });
    }
  }
  return ledger;
}

/** None lost, none invented, none told under two ids or in two wordings. */
function expectExact({ committed, undone, unknown }: Ledger, receiver: CountingReceiver): void {
  const heard = new Set<string>();
  for (const { chatbotId, number, bodies, accepted } of receiver.told.values()) {
    const key = `${chatbotId} ${number}`;
    expect(heard.has(key), `${key} was told under two ids`).toBe(false);
    heard.add(key);
    expect(bodies.size, `wordings of ${key}`).toBe(1);
    expect(accepted, `copies of ${key}`).toBeGreaterThan(0);
  }
  const keysOf = ({ chatbotId, from }: Batch) =>
    Array.from({ length: perBatch }, (_, index) => `${chatbotId} ${from + index}`);
  expect(committed.flatMap(keysOf).filter(key => !heard.has(key))).toEqual([]);
  expect(undone.flatMap(keysOf).filter(key => heard.has(key))).toEqual([]);
  for (const batch of unknown) {
    expect([0, perBatch]).toContain(keysOf(batch).filter(key => heard.has(key)).length);
  }
  const happened = [...committed, ...unknown].flatMap(keysOf);
  expect([...heard].filter(key => !new Set(happened).has(key))).toEqual([]);
  expect(receiver.forged).toEqual([]);
}

/** Until so many were accepted. @throws Error that says how many were, when it takes too long */
async function reach(receiver: CountingReceiver, count: number, signal: AbortSignal): Promise<void> {
  const gaveUp = Promise.withResolvers<never>();
  const giveUp = () => gaveUp.reject(new Error(`${receiver.distinct} of ${count} deliveries came.`));
  signal.addEventListener('abort', giveUp);
  try {
    if (signal.aborted) giveUp();
    await Promise.race([receiver.accepted.reach(count), gaveUp.promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function copies(receiver: CountingReceiver): number {
  return [...receiver.told.values()].filter(({ accepted }) => accepted > 1).length;
}

interface Entry {
  readonly id: string;
  readonly status: string;
}

async function logsOf({ operator, chatbotId }: Shop): Promise<Entry[]> {
  const { data } = (await operator.call('list_webhooks', { chatbotId })) as { data: { id: string }[] };
  const entries: Entry[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = (await operator.call('get_webhook_delivery_logs', {
      webhookId: data[0]?.id,
      limit: 50,
      ...(cursor !== undefined && { cursor }),
    })) as { data: Entry[]; pagination: { nextCursor: string | null } };
    entries.push(...page.data);
    cursor = page.pagination.nextCursor;
  }
  return entries;
}

/** The logs, once everything that is in them is delivered. */
async function settledLogs(shops: readonly Shop[], signal: AbortSignal): Promise<Entry[]> {
  for (;;) {
    const logs = await Promise.all(shops.map(logsOf));
    const entries = logs.flat();
    if (entries.every(({ status }) => status === 'delivered')) return entries;
    await sleep(300, undefined, { signal });
  }
}

describe(`a server that is killed while it delivers ${events} events (TEST_SEED=${seed}, ${kills} kills)`, () => {
  it.each(killableStores)(
    'loses none, invents none, and repeats few under the same webhook-id, on %s',
    async (engine, prepare) => {
      const random = new Random(seed);
      await using store = await prepare();
      await using receiver = await startCountingReceiver({
        thinks: () => random.between(2, 20),
        refuses: distinct => distinct < 0.9 * events && random.chance(0.03),
      });
      const dataDir = join(root, store.name);
      const env = {
        DATA_DIR: dataDir,
        PORT: String(await fixedPort(random)),
        ALLOW_PRIVATE_WEBHOOKS: '1',
        LOG_LEVEL: 'error',
        ...store.env,
      };
      const servers: ServerProcess[] = [await spawnServer(env, serverWithTicketOffice)];
      const ending = new AbortController();
      const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(patience)]);
      try {
        const operator = await operate(servers[0]?.address ?? '', dataDir);
        const shops = [await openShop(operator, receiver), await openShop(operator, receiver)];
        const moments = Array.from({ length: kills - 1 }, () => random.between(0.05, 0.9) * events);
        const kill = async (): Promise<void> => {
          for (const moment of [...moments.sort((one, other) => one - other), 0.95 * events]) {
            await reach(receiver, Math.floor(moment), signal);
            await sleep(random.between(0, 100), undefined, { signal });
            expect(await servers.at(-1)?.end('SIGKILL')).toBeNull();
            await store.outlastLeases(dataDir);
            servers.push(await spawnServer(env, serverWithTicketOffice));
          }
        };
        const began = performance.now();
        const [ledger] = await Promise.all([cause({ shops, receiver, random, signal, wanted: events }), kill()]);
        await reach(receiver, ledger.committed.length * perBatch, signal);
        const logs = await settledLogs(shops, signal);
        const seconds = Math.round((performance.now() - began) / 1000);

        expectExact(ledger, receiver);
        expect(logs.map(({ id }) => id).sort()).toEqual([...receiver.told.keys()].sort());
        const repeated = copies(receiver);
        expect(repeated / receiver.told.size).toBeLessThanOrEqual(0.06);
        console.info(
          `${engine}: ${receiver.told.size} events, ${kills} kills, ${seconds} s, ${ledger.undone.length} batches undone, ${ledger.unknown.length} broken off, ${repeated} delivered more than once`,
        );
        expect(ledger.undone.length).toBeGreaterThan(0);
        expect(servers.map(server => server.output()).join('')).not.toContain('"level":"error"');
      } finally {
        ending.abort();
        await servers.at(-1)?.end('SIGKILL');
      }
    },
    patience + 60_000,
  );
});

const postgresUrl = process.env.TEST_DATABASE_URL;

describe.skipIf(postgresUrl === undefined)(`two servers on one PostgreSQL (TEST_SEED=${seed})`, () => {
  it('make each attempt once', async () => {
    const random = new Random(seed);
    await using store = await createDatabase(postgresUrl ?? '');
    await using receiver = await startCountingReceiver({ thinks: () => random.between(2, 20), refuses: () => false });
    const dataDir = join(root, store.name);
    const env = { DATA_DIR: dataDir, ALLOW_PRIVATE_WEBHOOKS: '1', LOG_LEVEL: 'error', ...store.env };
    const first = await spawnServer(env, serverWithTicketOffice);
    const second = await spawnServer(env, serverWithTicketOffice);
    const signal = AbortSignal.timeout(120_000);
    try {
      const operators = [await operate(first.address, dataDir), await operate(second.address, dataDir)];
      const shops = await Promise.all(operators.map(operator => openShop(operator, receiver)));
      const ledger = await cause({ shops, receiver, random, signal, wanted: 500 });
      await reach(receiver, ledger.committed.length * perBatch, signal);
      await settledLogs(shops, signal);
      expectExact(ledger, receiver);
      expect(copies(receiver)).toBe(0);
    } finally {
      await Promise.all([first.end('SIGKILL'), second.end('SIGKILL')]);
    }
  }, 150_000);
});
