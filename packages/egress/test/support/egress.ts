import { onTestFinished } from 'vitest';
import { createEgress, type Egress, EgressError, type EgressOptions } from '../../src/index.ts';

/** An egress that ends with the test. */
export function testEgress(options?: EgressOptions): Egress {
  const egress = createEgress(options);
  onTestFinished(() => egress.close());
  return egress;
}

/** One that finds the local servers under any name. */
export function localEgress(options?: EgressOptions): Egress {
  return testEgress({ allowPrivate: true, lookup: async () => ['127.0.0.1'], ...options });
}

/** The error that the promise ends with; there must be one. */
export async function failure(promise: Promise<unknown>): Promise<EgressError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof EgressError) return outcome;
  throw new Error('did not fail with an EgressError', { cause: outcome });
}

export function text(body: Uint8Array): string {
  return Buffer.from(body).toString();
}
