import type { CallContext } from '@conferbot/plugin';
import type { RuntimeOptions } from '../runtime.ts';
import { CallScope } from './call-scope.ts';
import type { Caller } from './caller.ts';
import { databaseFault } from './database-fault.ts';
import { beforeDeadline, timeoutOf } from './deadline.ts';

/**
 * Runs `work` in the scope of one call: all of it is committed, events included, or none of it.
 *
 * @throws Fault when the database gives a reason that the caller can act on, else what `work` threw.
 */
export async function inCall<T>(
  runtime: RuntimeOptions,
  caller: Caller,
  mode: { readonly readOnly: boolean },
  work: (ctx: CallContext) => Promise<T>,
): Promise<T> {
  const scope = new CallScope(runtime, caller, mode.readOnly);
  try {
    const result = await beforeDeadline(work(scope), timeoutOf(runtime));
    const { events } = await scope.commit();
    if (events > 0) runtime.onEvents?.();
    return result;
  } catch (error) {
    await scope.rollback();
    throw databaseFault(error) ?? error;
  }
}
