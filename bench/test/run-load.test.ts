import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Traffic } from '../src/load/job.ts';
import { runLoad } from '../src/load/run-load.ts';

const result = '{"jsonrpc":"2.0","id":1,"result":{"content":[],"structuredContent":{"text":"hello"}}}';
let server: Server | undefined;

async function serve(listener: RequestListener): Promise<Traffic> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const headers = { 'Content-Type': 'application/json' };
  return { host: '127.0.0.1', port, path: '/mcp', headers, bodies: ['{"n":"é"}', '{"n":2}'], contains: ['"hello"'] };
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('the load generator', () => {
  it('keeps its connections, has one request in flight on each, and takes the bodies in turn', async () => {
    const bodies = new Set<string>();
    let answered = 0;
    let connections = 0;
    const traffic = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        bodies.add(Buffer.concat(chunks).toString());
        answered++;
        response.end(result);
      });
    });
    server?.on('connection', () => connections++);
    const report = await runLoad({ traffic, connections: 4, seconds: 0.3 });
    expect([...bodies].sort()).toEqual([...traffic.bodies].sort());
    expect(connections).toBe(4);
    expect(answered - report.answers).toBe(4); // one on each connection came after the time was up
    expect(report.perSecond).toBeCloseTo(report.answers / 0.3);
    expect(report.p99).toBeGreaterThanOrEqual(report.p50);
  });

  it('reads results in an event stream', async () => {
    const traffic = await serve((_, response) => response.end(`event: message\ndata: ${result}\n\n`));
    const report = await runLoad({ traffic, connections: 1, seconds: 0.1 });
    expect(report.answers).toBeGreaterThan(0);
  });

  it.each([
    ['a refusal', 429, '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"slow down"}}', /status 429/],
    ['a JSON-RPC error', 200, '{"jsonrpc":"2.0","id":1,"error":{"code":-32600,"message":"no"}}', /not a result/],
    ['a failed call', 200, result.replace('"content"', '"isError":true,"content"'), /isError/],
    ['another result', 200, result.replace('hello', 'bye'), /without/],
    ['what is not JSON', 200, 'hello', /not a JSON-RPC message/],
  ])('fails at %s', async (_, status, body, message) => {
    const traffic = await serve((_request, response) => response.writeHead(status).end(body));
    await expect(runLoad({ traffic, connections: 2, seconds: 0.2 })).rejects.toThrow(message);
  });

  it('notices a refusal among good answers', async () => {
    let requests = 0;
    const traffic = await serve((_, response) => response.writeHead(++requests === 30 ? 503 : 200).end(result));
    await expect(runLoad({ traffic, connections: 1, seconds: 2 })).rejects.toThrow(/status 503/);
  });

  it('fails when no answer comes in time', async () => {
    const traffic = await serve((_, response) => setTimeout(() => response.end(result), 200));
    await expect(runLoad({ traffic, connections: 2, seconds: 0.05 })).rejects.toThrow(/no answer came/);
  });

  it('fails when the server closes a connection', async () => {
    const traffic = await serve((_, response) => response.setHeader('Connection', 'close').end(result));
    await expect(runLoad({ traffic, connections: 1, seconds: 0.5 })).rejects.toThrow(/closed the connection/);
  });
});
