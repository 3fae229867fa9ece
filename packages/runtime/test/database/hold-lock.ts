import { lockDataDirectory } from '../../src/database/pglite-lock.ts';

// A process of its own for the tests of the lock: takes the folder, says so, and stays.
try {
  lockDataDirectory(process.argv[2] ?? '');
  console.log('locked');
  setInterval(() => undefined, 1000);
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
