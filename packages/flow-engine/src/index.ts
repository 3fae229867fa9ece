export { advance } from './engine/advance.ts';
export { readState, startState } from './engine/start-state.ts';
export { applyOperations } from './graph/apply-operations.ts';
export { compile } from './graph/compile.ts';
export { parseGraph } from './graph/parse-graph.ts';
