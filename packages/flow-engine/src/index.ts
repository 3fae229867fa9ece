export {
  catalogueBrief,
  describeCatalogue,
  describeNodeType,
  type FieldDescription,
  type NodeTypeDescription,
} from './catalogue/describe.ts';
export { diff, type EdgeEnds, type FlowDiff, type Reroute } from './difference/diff.ts';
export type { NodeChange, NodeName, ValueChange } from './difference/node-difference.ts';
export { advance } from './engine/advance.ts';
export { budgets, longestReply } from './engine/budgets.ts';
export type { Effect, EffectErrorKind, EffectRequest, EffectResult } from './engine/effect.ts';
export { carryOut, type EffectContext, type EffectPort, type EffectPorts } from './engine/effect-ports.ts';
export type { FlowInput, Reply, UploadedFile } from './engine/input.ts';
export type { InputKind, InputOption, InputRequest } from './engine/input-request.ts';
export { maskEffect } from './engine/mask-effect.ts';
export type { Message } from './engine/message.ts';
export type { Ports } from './engine/ports.ts';
export { readState, startState } from './engine/start-state.ts';
export type { FlowState, FlowStatus, Trigger, Visitor, Wait } from './engine/state.ts';
export { stateVersion } from './engine/state.ts';
export { type TakenEffect, type TakenTurn, takeTurn } from './engine/take-turn.ts';
export type { Answer, Failure, Turn, Visit, VisitExit } from './engine/turn.ts';
export { applyFixes, type FixedGraph } from './findings/apply-fixes.ts';
export { type FindingCode, findingCodes } from './findings/codes.ts';
export type { Finding, Fix } from './findings/finding.ts';
export { type ValidateOptions, validate } from './findings/validate.ts';
export { applyOperations } from './graph/apply-operations.ts';
export { type CompiledNode, compile, type FlowVersion } from './graph/compile.ts';
export { FlowError, type FlowErrorCode } from './graph/flow-error.ts';
export type { FlowEdge, FlowGraph, FlowNode } from './graph/graph.ts';
export { graphLimits } from './graph/limits.ts';
export {
  dropSecrets,
  mapSecrets,
  maskSecrets,
  restoreSecrets,
  type SecretPlace,
  secretsOf,
} from './graph/mask-secrets.ts';
export type { FlowOperation } from './graph/operation.ts';
export { parseGraph } from './graph/parse-graph.ts';
export type { Coverage, Covered, MissingHandle } from './simulation/coverage.ts';
export type { Exploration, ExploredFailure } from './simulation/exploration.ts';
export { type ExploreOptions, explorationLimits, explore } from './simulation/explore.ts';
export type { EffectMocks, ScriptEvent, ScriptInput, SimulationScript } from './simulation/script.ts';
export { type SimulateOptions, simulate } from './simulation/simulate.ts';
export type { SimulatedEffect, Simulation } from './simulation/simulation.ts';
export type { TranscriptEntry } from './simulation/transcript.ts';
export type { Json, JsonObject } from './values/json.ts';
