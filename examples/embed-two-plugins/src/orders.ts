import { chatbotId } from '@conferbot/chatbots/contract';
import { defineEvent, definePlugin } from '@conferbot/plugin';
import { z } from 'zod';

/** An event of the application. The last argument says how webhooks tell it. */
export const orderReturned = defineEvent(
  'order.returned',
  'A customer returned an order.',
  z.object({ chatbotId: z.uuid(), orderNumber: z.string() }),
  ({ chatbotId: uuid, orderNumber }) => ({
    chatbotId: uuid,
    orderKey: orderNumber,
    fields: { botId: chatbotId.encode(uuid), orderNumber },
  }),
);

/** No tools, no tables: it makes the event known to the composition. */
export const orders = () => definePlugin({ id: 'orders', version: '1.0.0', events: [orderReturned] });
