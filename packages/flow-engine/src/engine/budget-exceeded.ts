import type { Failure } from './turn.ts';

/** Ends a conversation as `failed`; never leaves `advance`. */
export class BudgetExceeded extends Error {
  readonly code: Failure['code'];

  constructor(code: Failure['code'], message: string) {
    super(message);
    this.code = code;
  }
}
