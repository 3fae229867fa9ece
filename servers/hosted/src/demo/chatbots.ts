import { conciergeFlow } from './concierge-flow.ts';
import { kitchenFlow } from './kitchen-flow.ts';
import { shopKnowledge } from './shop-knowledge.ts';
import { warrantyFlow } from './warranty-flow.ts';

interface NewChatbot {
  readonly name: string;
  readonly description: string;
  /** Published, where it has one. */
  readonly flow?: object;
  /** Articles that it answers questions from. */
  readonly knowledge?: readonly object[];
}

/** The chatbots of Harbour & Pine, a furniture maker that does not exist. */
export const demoChatbots: readonly NewChatbot[] = [
  {
    name: 'Harbour & Pine concierge',
    description:
      'Greets visitors of the shop, answers questions on delivery and returns, and hands over to the service team.',
    flow: conciergeFlow,
    knowledge: shopKnowledge,
  },
  {
    name: 'Order tracker',
    description: 'Finds an order by its number or e-mail address and tells where it is and when it arrives.',
  },
  {
    name: 'Showroom booking',
    description: 'Books a visit to one of the four showrooms: asks for place, day and what the visitor is looking for.',
  },
  {
    name: 'Kitchen planner lead',
    description:
      'Qualifies people who plan a kitchen: size of the room, budget, timing; passes good leads on to sales.',
    flow: kitchenFlow,
  },
  {
    name: 'Warranty claims',
    description: 'Takes a warranty claim: product, a photo of the damage, what should be done; gets a person on wish.',
    flow: warrantyFlow,
  },
  {
    name: 'Trade partners',
    description: 'Answers architects and interior designers on trade prices, samples and lead times.',
  },
];
