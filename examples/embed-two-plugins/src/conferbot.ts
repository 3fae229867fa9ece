import { chatbots } from '@conferbot/chatbots';
import { createEgress } from '@conferbot/egress';
import { createSecretBox, type Logger } from '@conferbot/plugin';
import { compose, createRuntime, openStore, type Relay, type Runtime, startJobs, startRelay } from '@conferbot/runtime';
import { webhooks } from '@conferbot/webhooks';
import { orderReturned, orders } from './orders.ts';
import type { Place } from './place.ts';

export interface ConferbotOptions {
  readonly place: Place;
  /** 32 bytes that seal the secrets of webhooks: what they have sealed opens with no other. */
  readonly sealingKey: Uint8Array;
  /** 32 bytes that sign what clients bring back, such as confirmations. */
  readonly callKey: Uint8Array;
  readonly logger: Logger;
  /** Lets webhooks call addresses of this machine. */
  readonly allowPrivate?: boolean;
}

export interface Conferbot {
  readonly runtime: Runtime;
  /** Finishes what is under way, then closes the store. */
  close(): Promise<void>;
}

// #region compose
/** The two plugins, and the events of this application. */
export function composeConferbot({ sealingKey, allowPrivate = false }: ConferbotOptions) {
  const egress = createEgress({ allowPrivate });
  const secrets = createSecretBox(sealingKey);
  const telling = webhooks({ secrets, egress, allowPrivate, events: [orderReturned.name] });
  return { egress, composition: compose([chatbots(), telling, orders()]) };
}
// #endregion compose

// #region start
export async function startConferbot(options: ConferbotOptions): Promise<Conferbot> {
  const { egress, composition } = composeConferbot(options);
  const store = await openStore(options.place, composition.schema);
  await store.migrate();
  let relay: Relay | undefined;
  const runtime = createRuntime({
    composition,
    store,
    logger: options.logger,
    serverInfo: { name: 'shop', title: 'Shop', version: '1.0.0' },
    instructions: 'Manages the chatbots of your team, and the webhooks that tell other systems about them.',
    secret: options.callKey,
    onEvents: () => relay?.wake(),
  });
  relay = startRelay(runtime);
  const jobs = startJobs(runtime);
  return {
    runtime,
    async close() {
      await jobs.stop();
      await relay?.stop();
      await egress.close();
      await store.close();
    },
  };
}
// #endregion start
