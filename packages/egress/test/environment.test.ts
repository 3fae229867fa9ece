import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { certificate } from './support/certificates.ts';
import { httpServer, httpsServer, rawServer } from './support/servers.ts';

test('neither proxies nor unchecked certificates come in by the environment', async () => {
  const proxy = await rawServer(socket => socket.destroy());
  const plain = await httpServer((_, response) => response.end());
  const secure = await httpsServer(await certificate({ names: ['hooks.example'] }), (_, response) => response.end());
  const through = `http://127.0.0.1:${proxy.port}`;
  const proxies = {
    HTTP_PROXY: through,
    HTTPS_PROXY: through,
    http_proxy: through,
    https_proxy: through,
    ALL_PROXY: through,
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--conditions=@conferbot/source',
      `${import.meta.dirname}/support/loud-environment.ts`,
      `http://hooks.example:${plain.port}/`,
      `https://hooks.example:${secure.port}/`,
    ],
    { env: { ...process.env, ...proxies, NO_PROXY: '', NODE_USE_ENV_PROXY: '1', NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
  );
  expect(JSON.parse(stdout)).toEqual(['200', 'tls']);
  expect(proxy.connections()).toBe(0);
});
