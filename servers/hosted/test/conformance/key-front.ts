import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface KeyFront extends AsyncDisposable {
  readonly url: string;
}

/** A loopback address that adds an API key to whatever it passes on: the suite has no option for headers. */
export async function keyFront(target: string, key: string): Promise<KeyFront> {
  const server = createServer((request, response) => {
    const headers = { ...request.headers, 'x-api-key': key };
    const onward = send(target, { method: request.method ?? 'GET', headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', error => response.destroy(error));
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
