import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

const listenAndSleep = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer().listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 10);
  });
`;

/** A port of 127.0.0.1 where a connection is neither taken nor refused: a listener that sleeps, its queue full. */
export async function blackHole(): Promise<number> {
  const worker = new Worker(listenAndSleep, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  await new Promise(resolve => setTimeout(resolve, 50));
  const queue = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await once(queue[0] ?? worker, 'connect');
  await new Promise(resolve => setTimeout(resolve, 50));
  onTestFinished(async () => {
    for (const socket of queue) socket.destroy();
    await worker.terminate();
  });
  return port;
}
