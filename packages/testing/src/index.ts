export { checkSchema } from './check-schema.ts';
export { type ConformanceSubject, conformance } from './conformance.ts';
export { type Engine, engines, type ScratchDatabase, scratchDatabase } from './engine.ts';
export { ExportClient, type ExportDocument, withoutTime } from './export-client.ts';
export { collectingLogger, type LogLine } from './logger.ts';
export { RouteClient, type RouteRequest } from './route-client.ts';
export { TestWorkspace } from './test-workspace.ts';
export { type Testbed, type TestbedOptions, testbed, type WorkspaceOptions } from './testbed.ts';
