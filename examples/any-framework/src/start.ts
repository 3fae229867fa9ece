import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@conferbot/plugin';
import { startConferbot } from './conferbot.ts';
import { onExpress } from './express.ts';
import { onFastify } from './fastify.ts';
import { onHono } from './hono.ts';
import { Members } from './members.ts';
import { onNodeHttp } from './node-http.ts';

export const frameworks = { express: onExpress, fastify: onFastify, hono: onHono, 'node-http': onNodeHttp };

export type Framework = keyof typeof frameworks;

export interface Started {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly members: Members;
  close(): Promise<void>;
}

export async function start(framework: Framework, port: number, logger: Logger): Promise<Started> {
  const members = new Members();
  const conferbot = await startConferbot(logger);
  const server: Server = await frameworks[framework](conferbot, members);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    members,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
      await conferbot.close();
    },
  };
}
