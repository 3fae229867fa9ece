import { openStore } from '../../src/database/store.ts';
import { fixtureSchema } from './fixture-schema.ts';

// A process of its own for the crash test: writes a pair of rows per transaction, and prints each number once
// its commit was acknowledged, until it is killed.
const [place = '', workspaceId = '', first = '0'] = process.argv.slice(2);
const store = await openStore(place.startsWith('postgres') ? { url: place } : { dataDir: place }, fixtureSchema);
await store.migrate();
for (let number = Number(first); ; number++) {
  const insertEntry = {
    text: 'insert into entries (workspace_id, number) values ($1, $2)',
    values: [workspaceId, number],
    name: 'entry',
  };
  const insertNote = {
    text: `insert into notes (id, workspace_id, title) values (gen_random_uuid(), $1, $2)`,
    values: [workspaceId, String(number)],
    name: 'note',
  };
  const session = { role: 'app', workspaceId } as const;
  if (number % 2 === 0) await store.run(session, [insertEntry, insertNote]);
  else {
    const transaction = store.transaction(session);
    await transaction.run([insertEntry]);
    await transaction.commit([insertNote]);
  }
  process.stdout.write(`${number}\n`);
}
