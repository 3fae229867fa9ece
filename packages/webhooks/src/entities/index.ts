import { Webhook } from './webhook.ts';
import { WebhookAlarm } from './webhook-alarm.ts';
import { WebhookAttempt } from './webhook-attempt.ts';
import { WebhookDelivery } from './webhook-delivery.ts';

export const entities = [Webhook, WebhookDelivery, WebhookAttempt, WebhookAlarm];
