export { type FlowsOptions, flows } from './plugin.ts';
