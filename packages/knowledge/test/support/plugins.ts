import { chatbots } from '@conferbot/chatbots';
import { createEgress } from '@conferbot/egress';
import type { Plugin } from '@conferbot/plugin';
import { type KnowledgeOptions, knowledge } from '../../src/index.ts';

export function knowledgeOptions(changes: Partial<KnowledgeOptions> = {}): KnowledgeOptions {
  return { egress: createEgress(), ...changes };
}

/** What a knowledge base hangs on, and itself. */
export function knowledgePlugins(changes: Partial<KnowledgeOptions> = {}): Plugin[] {
  return [chatbots(), knowledge(knowledgeOptions(changes))];
}
