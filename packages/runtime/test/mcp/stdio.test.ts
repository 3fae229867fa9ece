import { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/client';
import { type JSONRPCMessage, ReadBuffer, serializeMessage, type Transport } from '@modelcontextprotocol/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveStdio } from '../../src/mcp/stdio.ts';
import { everything } from '../../src/registry/selection.ts';
import { type Bed, openBed } from '../bed.ts';
import { someCaller } from './callers.ts';
import { desk, ticker } from './desk-plugin.ts';

/** The client's end of a pair of pipes. */
function pipes(): { transport: Transport; input: PassThrough; output: PassThrough } {
  const input = new PassThrough();
  const output = new PassThrough();
  const buffer = new ReadBuffer();
  const transport: Transport = {
    async start() {
      output.on('data', chunk => {
        buffer.append(chunk);
        for (let message = buffer.readMessage(); message !== null; message = buffer.readMessage()) {
          transport.onmessage?.(message);
        }
      });
    },
    async send(message: JSONRPCMessage) {
      input.write(serializeMessage(message));
    },
    async close() {
      input.end();
      transport.onclose?.();
    },
  };
  return { transport, input, output };
}

describe('over standard input and output', () => {
  let bed: Bed;

  beforeAll(async () => {
    bed = await openBed([desk, ticker]);
  }, 60_000);

  afterAll(() => bed?.[Symbol.asyncDispose]());

  test.each([
    ['legacy', '2025-11-25'],
    ['auto', '2026-07-28'],
  ] as const)(
    'a client in %s mode speaks %s: lists, calls, reads, is asked and hears progress',
    async (mode, version) => {
      const { runtime } = bed;
      const { transport, input, output } = pipes();
      const view = runtime.views.get(everything);
      const connection = await serveStdio(runtime, view, someCaller(runtime), { input, output });
      const client = new Client(
        { name: 'test', version: '1.0.0' },
        { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode } },
      );
      const asked: string[] = [];
      client.setRequestHandler('elicitation/create', ({ params }) => {
        asked.push(params.message);
        return { action: 'accept', content: { confirm: true, name: 'Ann' } };
      });
      await client.connect(transport);
      expect(client.getNegotiatedProtocolVersion()).toBe(version);

      expect((await client.listTools()).tools).toHaveLength(view.tools.size);
      const added = await client.callTool({ name: 'add_note', arguments: { text: mode } });
      expect(added.isError).toBeUndefined();
      expect((await client.callTool({ name: 'ask_name' })).structuredContent).toEqual({ text: 'Hello, Ann!' });
      expect((await client.callTool({ name: 'wipe_notes' })).structuredContent).toMatchObject({ deleted: 1 });
      expect(asked).toEqual(['What is your name?', 'Delete all notes: this cannot be undone. Go through with it?']);
      expect((await client.readResource({ uri: 'notes://about' })).contents).toMatchObject([
        { text: 'A desk with notes.' },
      ]);

      const steps: number[] = [];
      const onprogress = ({ progress }: { progress: number }) => steps.push(progress);
      await client.callTool({ name: 'count' }, { onprogress });
      expect(steps).toEqual([1, 2, 3]);
      await client.close();
      await connection.close();
    },
  );
});
