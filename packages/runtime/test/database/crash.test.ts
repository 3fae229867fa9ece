import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/database/store.ts';
import { killHard, startChild } from './child.ts';
import { createDatabase, serverUrl } from './engines.ts';
import { fixtureSchema } from './fixture-schema.ts';

/** 50 for the figures of a release; fewer in every run of the tests. */
const kills = Number(process.env.TEST_KILLS ?? 3);
const workspaceId = randomUUID();

interface Place {
  readonly where: string;
  remove(): Promise<void>;
}

const places: { name: string; prepare: () => Promise<Place> }[] = [
  {
    name: 'pglite',
    prepare: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'conferbot-'));
      return { where: join(folder, 'data'), remove: () => rm(folder, { recursive: true }) };
    },
  },
];
if (serverUrl !== undefined) {
  places.push({
    name: 'postgres',
    prepare: async () => {
      const { url, drop } = await createDatabase(serverUrl ?? '');
      return { where: url, remove: drop };
    },
  });
}

/** Lets a process write until it is killed at some moment; the last number that it saw acknowledged. */
async function writeUntilKilled(where: string, first: number): Promise<number> {
  const child = startChild('write-pairs.ts', where, workspaceId, String(first));
  let printed = '';
  child.stdout?.on('data', chunk => {
    printed += String(chunk);
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  await new Promise(resolve => setTimeout(resolve, Math.random() * 60));
  await killHard(child);
  const complete = printed.slice(0, printed.lastIndexOf('\n')).trim();
  return Number(complete.split('\n').at(-1));
}

async function readPairs(where: string): Promise<{ entries: unknown[]; notes: unknown[] }> {
  const store = await openStore(where.startsWith('postgres') ? { url: where } : { dataDir: where }, fixtureSchema);
  try {
    const [entries, notes] = await store.run({ role: 'app', workspaceId, readOnly: true }, [
      { text: 'select number from entries order by number', values: [] },
      { text: 'select title::int as number from notes order by number', values: [] },
    ]);
    return { entries: entries?.rows.map(row => row.number) ?? [], notes: notes?.rows.map(row => row.number) ?? [] };
  } finally {
    await store.close();
  }
}

describe.each(places)('kill -9 during writes on $name', ({ prepare }) => {
  it(`loses nothing acknowledged and tears nothing, ${kills} times`, { timeout: 20_000 + kills * 10_000 }, async () => {
    const { where, remove } = await prepare();
    try {
      let next = 0;
      for (let kill = 0; kill < kills; kill++) {
        const acknowledged = await writeUntilKilled(where, next);
        const { entries, notes } = await readPairs(where);
        expect(notes).toEqual(entries);
        expect(entries).toEqual(Array.from({ length: entries.length }, (_, number) => number));
        expect(entries.length).toBeGreaterThan(acknowledged);
        next = entries.length;
      }
      expect(next).toBeGreaterThan(kills);
    } finally {
      await remove();
    }
  });
});
