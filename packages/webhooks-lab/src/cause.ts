import type { AttemptErrorKind, DeliveryAttempt } from '@conferbot/webhooks/contract';

/** What an attempt failed of. Answers other than 2xx are told apart by what has to be done about them. */
export const causes = [
  'dns',
  'connect',
  'tls',
  'timeout',
  'blocked',
  'protocol',
  'interrupted',
  'redirect',
  'refused',
  'wrong_path',
  'gone',
  'throttled',
  'rejected',
  'receiver_failed',
] as const;

export type Cause = (typeof causes)[number];

/** Undefined for an attempt that did not fail. */
export function causeOf({ error, statusCode }: DeliveryAttempt): Cause | undefined {
  if (error === null) return undefined;
  return error.kind === 'status' ? causeOfStatus(statusCode ?? 0) : notAnswered[error.kind];
}

const notAnswered: Readonly<Record<Exclude<AttemptErrorKind, 'status'>, Cause>> = {
  dns: 'dns',
  connect: 'connect',
  tls: 'tls',
  timeout: 'timeout',
  blocked: 'blocked',
  protocol: 'protocol',
  interrupted: 'interrupted',
};

const byStatus: Readonly<Record<number, Cause>> = {
  401: 'refused',
  403: 'refused',
  404: 'wrong_path',
  405: 'wrong_path',
  410: 'gone',
  429: 'throttled',
};

function causeOfStatus(status: number): Cause {
  if (status >= 300 && status < 400) return 'redirect';
  return byStatus[status] ?? (status >= 500 ? 'receiver_failed' : 'rejected');
}
