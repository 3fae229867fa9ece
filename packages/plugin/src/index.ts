export type { Completion } from './completion.ts';
export type { ContentBlock, EmbeddedResource, PromptMessage } from './content.ts';
export type {
  CallContext,
  ClientContext,
  Logger,
  Plan,
  Principal,
  Scope,
  SystemContext,
  Workspace,
} from './context.ts';
export { cutList } from './cut-list.ts';
export {
  defineEvent,
  type EventRecord,
  type EventType,
  type OutsideEvent,
  on,
  onEvery,
  type Subscription,
} from './event.ts';
export {
  Fault,
  type FaultCode,
  type FaultDetail,
  type FaultOptions,
  invalidArgument,
  isFault,
  notFound,
} from './fault.ts';
export { fenceUntrusted } from './fence-untrusted.ts';
export { defineId, type IdType, newUuid } from './id.ts';
export { type InputRequest, InputRequired, isInputRequired } from './input-required.ts';
export type { Job } from './job.ts';
export { type Cursor, decodeCursor, encodeCursor, type Page, pageInput, pageOf, pageOutput } from './page.ts';
export {
  contractVersion,
  definePlugin,
  type Plugin,
  type PluginSpec,
  type Storage,
  type StorageRights,
  type TableRight,
  type TableRights,
} from './plugin.ts';
export { definePrompt, type Prompt, type PromptBuilder, type PromptSpec } from './prompt.ts';
export {
  defineResource,
  type Resource,
  type ResourceBody,
  type ResourceBuilder,
  type ResourceSpec,
} from './resource.ts';
export type { PublicContext, Route } from './route.ts';
export { createSecretBox, type SecretBox } from './secret-box.ts';
export {
  type Contribution,
  contribute,
  defineExtensionPoint,
  defineService,
  type ExtensionPoint,
  type Provider,
  provide,
  type ServiceRef,
} from './service.ts';
export type { Sql, SqlValue } from './sql.ts';
export { databaseRoles, workspaceOwned, workspaceSetting } from './tenancy.ts';
export { defineTool, type HttpBinding, type Safety, type Tool, type ToolBuilder, type ToolSpec } from './tool.ts';
export type { ToolView, ViewOrigins } from './view.ts';
