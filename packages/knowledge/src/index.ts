export { type AnswerPort, createAnswerPort } from './answering/answer-port.ts';
export type { AiServiceOptions, KnowledgeOptions } from './options.ts';
export { knowledge } from './plugin.ts';
