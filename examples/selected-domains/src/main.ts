// A script without a host: opens the store, writes an article, asks about it, and ends.
import type { Logger } from '@conferbot/plugin';
import { openKnowledgeBase } from './knowledge-base.ts';
import { session } from './session.ts';

const log = (_fields: object, message: string) => console.error(message);
const logger: Logger = { debug() {}, info() {}, warn: log, error: log };

const base = await openKnowledgeBase(logger);
try {
  await session(base, line => console.log(line));
} finally {
  await base.close();
}
