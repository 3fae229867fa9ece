import { createView, type Tones } from '@conferbot/views';
import type { DeliveryStatus } from '../contract.ts';

const tones = {
  delivered: 'good',
  retrying: 'warning',
  failed: 'bad',
  pending: 'quiet',
} as const satisfies Tones & Record<DeliveryStatus, string>;

/** What `get_webhook_delivery_logs` answers, as a timeline and a log. */
export const deliveryLogView = createView({
  title: 'Webhook deliveries',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: 'Deliveries', path: 'pagination.total' },
        { label: 'Page', path: 'pagination.page' },
        { label: 'of', path: 'pagination.totalPages' },
      ],
    },
    { kind: 'notice', path: 'next' },
    {
      kind: 'timeline',
      title: 'Latest attempts',
      path: 'data',
      at: ['attemptedAt', 'scheduledAt'],
      status: 'status',
      tones,
    },
    {
      kind: 'records',
      title: 'Deliveries, newest first',
      path: 'data',
      heading: 'event',
      status: 'status',
      tones,
      facts: [
        { label: 'Cause', path: 'error.kind' },
        { label: 'In words', path: 'error.message' },
        { label: 'HTTP status', path: 'statusCode' },
        { label: 'Took', path: 'durationMs', format: 'milliseconds' },
        { label: 'Attempts', path: 'attempt' },
        { label: 'Queued', path: 'scheduledAt', format: 'instant' },
        { label: 'Attempted', path: 'attemptedAt', format: 'instant' },
        { label: 'Next attempt', path: 'nextAttemptAt', format: 'instant' },
        { label: 'Delivery', path: 'id' },
      ],
      details: [
        { label: 'What was sent', path: 'requestBody' },
        { label: 'What was answered', path: 'responseBody' },
      ],
      empty: 'There are no deliveries.',
    },
  ],
});
