export type StoreErrorCode =
  | 'data_directory_locked'
  | 'roles_missing'
  | 'unknown_table'
  | 'isolation_violated'
  | 'outside_call_scope';

/** Why a store cannot be opened, migrated or used; written for whoever runs the process. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}
