import { Client, type ClientConfig } from 'pg';
import type { Result, Statement } from './database.ts';
import { PostgresBatch } from './postgres-batch.ts';
import { PreparedStatements } from './prepared-statements.ts';

interface Reader {
  client: Promise<Client> | undefined;
  isLost: boolean;
  inFlight: number;
  readonly prepared: PreparedStatements;
}

/**
 * A few connections that many read-only calls share at once. A call that is one batch needs no connection of its
 * own: its transaction ends with its Sync, so the batches of others may already be on their way behind it. That
 * is up to twice as fast as one connection per call; the price is that a slow read holds up those behind it.
 * Every batch must set its workspace itself.
 */
export class PostgresReaders {
  readonly #config: ClientConfig;
  readonly #readers: Reader[];

  constructor(config: ClientConfig, size: number) {
    this.#config = { ...config, pipeline: true } as ClientConfig;
    this.#readers = Array.from({ length: size }, newReader);
  }

  async run(statements: readonly Statement[]): Promise<Result[]> {
    const reader = this.#leastBusy();
    try {
      return await this.#send(reader, statements);
    } catch (error) {
      if (!reader.isLost) throw error;
      // The server dropped the connection, perhaps long ago: a read may be repeated.
      return this.#send(this.#leastBusy(), statements);
    }
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#readers.map(async reader => {
        const client = await reader.client?.catch(() => undefined);
        await client?.end();
      }),
    );
  }

  #leastBusy(): Reader {
    let index = 0;
    this.#readers.forEach((reader, candidate) => {
      if (reader.inFlight < (this.#readers[index]?.inFlight ?? 0)) index = candidate;
    });
    const found = this.#readers[index];
    if (found !== undefined && !found.isLost) return found;
    const fresh = newReader();
    this.#readers[index] = fresh;
    return fresh;
  }

  async #send(reader: Reader, statements: readonly Statement[]): Promise<Result[]> {
    reader.inFlight++;
    try {
      reader.client ??= this.#connect(reader);
      const client = await reader.client;
      const results = await client.query(new PostgresBatch(statements, reader.prepared)).done;
      // A statement began a transaction and did not end it.
      if (client.getTransactionStatus() !== 'I') abandon(reader, client);
      return results;
    } finally {
      reader.inFlight--;
    }
  }

  async #connect(reader: Reader): Promise<Client> {
    const client = new Client(this.#config);
    client.on('error', () => {
      reader.isLost = true;
    });
    client.on('end', () => {
      reader.isLost = true;
    });
    try {
      return await client.connect();
    } catch (error) {
      reader.isLost = true;
      throw error;
    }
  }
}

function newReader(): Reader {
  return { client: undefined, isLost: false, inFlight: 0, prepared: new PreparedStatements() };
}

function abandon(reader: Reader, client: Client): void {
  reader.isLost = true;
  void client.end();
}
