export type { AnswerQuestion, ConversationsOptions, MailOptions } from './options.ts';
export { conversations } from './plugin.ts';
