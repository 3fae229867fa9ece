import type { TemplateKnowledge } from '../../knowledge.ts';

export const restaurantTableKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Your visit', description: 'Times, tables, the way here.', icon: '🍽️', color: '#9f1239' },
    { name: 'Food', description: 'Allergies and what we cook.', icon: '🥗', color: '#3f6212' },
  ],
  articles: [
    {
      title: 'Opening hours and tables',
      description: 'When we are open, how long a table is yours, and where you can sit.',
      content: `We are open **Tuesday to Saturday from 17:00**. The kitchen takes orders from 17:30 to 21:30, and the house closes at 23:00. On 24 and 25 December we stay closed.

A table is yours for the evening; we do not seat anybody after you. In summer there are eight tables in the yard. They cannot be booked ahead, since the weather decides, but ask when you arrive.

**Late?** We keep a table for 20 minutes. Call us if it takes longer, and we keep it as long as we can.

**Cannot come?** Please tell us until noon of the day. For groups of more than eight people who do not come and do not call, we charge the price of the menu that we planned together.`,
      category: 'Your visit',
      seoKeywords: ['opening hours', 'table', 'reservation'],
      metaDescription:
        'Opening hours, kitchen hours, how long a table is kept for you, and how to cancel a reservation.',
    },
    {
      title: 'Children, dogs and wheelchairs',
      description: 'Who can come along, and what we have for them.',
      content: `**Children** are welcome at any hour. There are four high chairs, crayons, and half portions of every main dish at half the price. Tell us the number of children when you book, so that the table is large enough for a pram.

**Dogs** may lie under the table in the front room and in the yard; water comes by itself. Assistance dogs are welcome everywhere.

**Wheelchairs** get in without a step through the gate to the yard; ring the bell on the left. The tables by the window are high enough, and there is a wide toilet on the ground floor.

**Music** plays on Friday from 20:00. If you prefer it quiet, ask for the back room on that day. The menu is there in large print as well, and in Braille.`,
      category: 'Your visit',
      seoKeywords: ['children', 'dogs', 'accessibility'],
      metaDescription:
        'What we have for children and dogs, how to get in without steps, and where it is quiet on Fridays.',
    },
    {
      title: 'Allergies and special diets',
      description: 'What the kitchen can leave out, and what it cannot promise.',
      content: `Tell us when you book, and again at the table; both reach the kitchen.

- **Vegetarian and vegan**: four starters and four main dishes, every evening.
- **Gluten**: we bake a bread without, and most dishes can be made so. Our kitchen is small and works with flour, so we cannot promise that there is no trace of it.
- **Nuts**: used in two desserts only, and cut on a board of their own.
- **Milk**: nearly every dish can be cooked with oil instead.
- **Fish and shellfish**: prepared at a separate place, with separate pans.

The menu marks the fourteen allergens that the law names. If a reaction would be dangerous for you, please call us the day before and speak to the cook. We would rather tell you honestly what we cannot do.`,
      category: 'Food',
      seoKeywords: ['allergies', 'gluten free', 'vegan'],
      metaDescription:
        'What our kitchen can leave out for allergies and diets, how it works, and what it cannot promise.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
