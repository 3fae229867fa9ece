import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** By which signatures a delivery is genuine. */
export interface Genuine {
  readonly standard: boolean;
  readonly plain: boolean;
  readonly previous: boolean;
}

export interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly genuine: Genuine;
}

export interface ReceiverOrder {
  readonly secret: string;
}

export type ReceiverReport =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'trusts' }
  | ({ readonly kind: 'delivery' } & Delivery);

/** A receiver in a process of its own, that answers 401 to what the standard's library does not take for genuine. */
export interface WebhookReceiver extends AsyncDisposable {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  /** Resolves once it verifies with this secret only. */
  trust(secret: string): Promise<void>;
  /** Resolves once so many deliveries have come. */
  reach(count: number): Promise<void>;
}

const main = fileURLToPath(new URL('./start-webhook-receiver.ts', import.meta.url));

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const child = fork(main);
  const deliveries: Delivery[] = [];
  child.on('message', (report: ReceiverReport) => {
    if (report.kind === 'delivery') deliveries.push(report);
  });
  const [listening] = (await once(child, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${listening.port}/conferbot`,
    deliveries,
    async trust(secret) {
      child.send({ secret } satisfies ReceiverOrder);
      for (let report: ReceiverReport | undefined; report?.kind !== 'trusts'; ) [report] = await once(child, 'message');
    },
    async reach(count) {
      while (deliveries.length < count) await once(child, 'message');
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
