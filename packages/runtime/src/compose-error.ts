/** Why a set of plugins does not fit together. */
export type ComposeErrorCode =
  | 'contract_version'
  | 'invalid_plugin_id'
  | 'duplicate_plugin'
  | 'invalid_tool_name'
  | 'duplicate_tool'
  | 'missing_description'
  | 'invalid_schema'
  | 'invalid_view'
  | 'invalid_fields'
  | 'invalid_http_binding'
  | 'duplicate_http_binding'
  | 'invalid_resource_uri'
  | 'duplicate_resource'
  | 'invalid_prompt_name'
  | 'duplicate_prompt'
  | 'invalid_prompt_argument'
  | 'duplicate_completion'
  | 'duplicate_event'
  | 'unknown_event'
  | 'duplicate_subscription'
  | 'duplicate_service'
  | 'missing_service'
  | 'duplicate_migration'
  | 'duplicate_entity'
  | 'unprotected_entity'
  | 'foreign_table'
  | 'duplicate_route'
  | 'duplicate_job'
  | 'invalid_job';

/** Thrown by {@link compose} before anything starts. The message says which plugin and what to change. */
export class ComposeError extends Error {
  override readonly name = 'ComposeError';
  readonly code: ComposeErrorCode;

  constructor(code: ComposeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
