export { type Caller, plainClient } from './call/caller.ts';
export { inCall } from './call/in-call.ts';
export {
  type ComposeOptions,
  type Composition,
  compose,
  type NamedJob,
  type NamedSubscription,
  type StoreSchema,
} from './compose.ts';
export { ComposeError, type ComposeErrorCode } from './compose-error.ts';
export {
  type Database,
  type Result,
  type Role,
  roleNames,
  type Session,
  type Statement,
  type Transaction,
} from './database/database.ts';
export { openStore, type Store, type StoreOptions } from './database/store.ts';
export { type JobRunner, type JobRunnerOptions, startJobs } from './jobs/runner.ts';
export { handleMcp, type McpExchange, type McpReply } from './mcp/endpoint.ts';
export { mcpFetch } from './mcp/fetch.ts';
export { callTool, type InputNeeded, type ToolOutcome } from './operations/call-tool.ts';
export { type CompletionOutcome, type CompletionTarget, complete } from './operations/complete.ts';
export type { Failure } from './operations/failure.ts';
export { getPrompt, type PromptOutcome } from './operations/get-prompt.ts';
export { errorCodes, ProtocolError } from './operations/protocol-error.ts';
export { type ResourceOutcome, readResource } from './operations/read-resource.ts';
export { type Relay, type RelayOptions, startRelay } from './outbox/relay.ts';
export { everything, type Selection } from './registry/selection.ts';
export type { View, ViewCache, ViewTool } from './registry/view.ts';
export { createRuntime, type Runtime, type RuntimeOptions, type ServerInfo } from './runtime.ts';
export { systemContext } from './system/system-context.ts';
