import { z } from 'zod';
import type { NodeCall } from '../../engine/node-call.ts';
import { isJsonObject, type JsonObject, ownValue } from '../../values/json.ts';
import { type ConnectorData, defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';
import { httpUrl } from '../url-findings.ts';

export const stripeNode = defineConnectorNode({
  connector: 'stripe',
  title: 'Stripe',
  summary: 'Makes a payment link and shows it to the visitor.',
  operations: ['createPaymentLink', 'createCheckoutSession', 'createCustomer'],
  fields: {
    customAmount: z.union([z.string(), z.number()]).optional().describe('Amount, in units of the currency.'),
    currency: z.string().default('USD').describe('ISO 4217 code.'),
    productName: parameterText.describe('What is paid for; also the text of the link.'),
    description: parameterText.describe('Description of it.'),
    successUrl: z.string().nullish().describe('Where the visitor goes after paying.'),
    cancelUrl: z.string().nullish().describe('Where the visitor goes without having paid.'),
  },
  secrets: ['/apiKey', '/secretKey'],
  urls: ['successUrl', 'cancelUrl'],
  example: { operation: 'createPaymentLink', customAmount: 49, currency: 'EUR', productName: 'Consultation' },
  use: sayLink,
});

function sayLink(result: JsonObject, data: ConnectorData, call: NodeCall): void {
  const inner = ownValue(result, 'data');
  const url = (isJsonObject(inner) ? ownValue(inner, 'url') : undefined) ?? ownValue(result, 'url');
  if (typeof url !== 'string' || httpUrl(url) === undefined) return;
  const text = call.render(String(data['productName'])) || call.render(String(data['description']));
  call.say({ type: 'link', url, ...(text !== '' && { text }) });
}
