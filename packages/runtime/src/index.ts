export { type Caller, plainClient } from './call/caller.ts';
export { inCall } from './call/in-call.ts';
export { sqlOver } from './call/sql.ts';
export {
  type ComposeOptions,
  type Composition,
  compose,
  type NamedJob,
  type NamedSubscription,
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
export type { StoreSchema } from './database/migrate.ts';
export type { PgliteOptions } from './database/pglite.ts';
export type { PostgresOptions } from './database/postgres.ts';
export { openStore, type Store, type StoreOptions } from './database/store.ts';
export { StoreError, type StoreErrorCode } from './database/store-error.ts';
export { type JobRunner, type JobRunnerOptions, startJobs } from './jobs/runner.ts';
export { closeStreams } from './mcp/close-streams.ts';
export { handleMcp, type JsonParts, type McpCall, type McpExchange, type McpReply } from './mcp/endpoint.ts';
export { type McpAccess, mcpFetch } from './mcp/fetch.ts';
export { mostBodyBytes, parseJsonBody } from './mcp/json-body.ts';
export { classifyMessage, type MessageKind } from './mcp/message.ts';
export { type StdioConnection, type StdioOptions, serveStdio } from './mcp/stdio.ts';
export { callTool, type ToolOutcome } from './operations/call-tool.ts';
export { type CompletionOutcome, type CompletionTarget, complete } from './operations/complete.ts';
export type { Failure } from './operations/failure.ts';
export { getPrompt, type PromptOutcome } from './operations/get-prompt.ts';
export { errorCodes, ProtocolError } from './operations/protocol-error.ts';
export { type ResourceOutcome, readResource } from './operations/read-resource.ts';
export type { InputNeeded } from './operations/round-trip.ts';
export { type Relay, type RelayOptions, startRelay } from './outbox/relay.ts';
export { everything, type Selection } from './registry/selection.ts';
export type { View, ViewCache, ViewTool } from './registry/view.ts';
export { type DocsPage, docsPage } from './rest/docs-page.ts';
export { type OpenApiDocument, type OpenApiOptions, openApi } from './rest/openapi.ts';
export { createPluginRoutes, type PluginRoutes, type PublicClient } from './rest/plugin-routes.ts';
export { type Problem, titleOf } from './rest/problem.ts';
export { createRest, type Rest, type RestAnswer, type RestRequest, restBase } from './rest/rest.ts';
export type { RouteMatch } from './rest/route-table.ts';
export { createRuntime, type Runtime, type RuntimeOptions, type ServerInfo } from './runtime.ts';
export { systemContext } from './system/system-context.ts';
