import { chatbots } from '@conferbot/chatbots';
import type { Egress } from '@conferbot/egress';
import { knowledge } from '@conferbot/knowledge';
import { type Composition, compose } from '@conferbot/runtime';

/** Knowledge, and what it requires: articles belong to a chatbot, which `chatbotDirectory` of the chatbots knows. */
export function composeKnowledge(egress: Egress): Composition {
  return compose([chatbots(), knowledge({ egress })]);
}
