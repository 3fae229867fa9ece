import type { TemplateKnowledge } from '../../knowledge.ts';

export const eventRegistrationKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Tickets', description: 'Prices, payment and giving a ticket back.', icon: '🎟️', color: '#9d174d' },
    { name: 'On the day', description: 'Place, programme and food.', icon: '📍', color: '#334155' },
  ],
  articles: [
    {
      title: 'Tickets and payment',
      description: 'What each ticket holds, and how to pay.',
      content: `| Ticket | Price | What is in it |
| --- | --- | --- |
| Standard | 30 € | talks, one workshop, lunch |
| Student | 12 € | the same, with a student card |
| Talks only | 10 € | talks from 10:00 to 12:30 |

Children under 14 come in free with an adult and need no ticket, but please write to us if they will have lunch.

## Paying

You pay at the door, by card or in cash. Companies can get a bill: write the address of your company to team@example.com after you have registered.

## Helpers

Whoever helps for four hours gets a standard ticket for free. We need people at the door, in the kitchen and for taking things down. Write to us until the end of May.`,
      category: 'Tickets',
      seoKeywords: ['ticket', 'price', 'student', 'payment'],
      metaDescription: 'What the tickets for the Open Workshop Day cost, what is in them, and how to pay.',
    },
    {
      title: 'Waiting list, and giving a ticket back',
      description: 'What to do when all is full, or when you cannot come.',
      content: `## Giving a ticket back

You cannot come? Reply to the e-mail that confirmed your ticket. It costs nothing, also on the day before. You may also give your ticket to somebody else: tell us the new name, so that the badge is right.

## The waiting list

When all places are taken, we go through the waiting list in the order in which people joined it. As soon as a place is free, you get an e-mail and have 24 hours to say yes. From 10 June on you have three hours, so please look into your mailbox.

In the last years about two thirds of the waiting list got a place.

## Without a place

The talks are streamed live and can be watched later. You need no registration for that.`,
      category: 'Tickets',
      seoKeywords: ['waiting list', 'cancel', 'refund', 'full'],
      metaDescription: 'How the waiting list works, and how to give a ticket back or pass it on to somebody else.',
    },
    {
      title: 'Getting there, and getting around',
      description: 'Tram, bicycle, car, and the building without barriers.',
      content: `The Old Tram Depot is at 8 Station Road.

- **Tram:** line 3 stops at the door every ten minutes, until midnight.
- **Train:** from the main station it is 15 minutes on foot, along the river.
- **Bicycle:** there is room for 80 bicycles under the roof on the left.
- **Car:** please do not park in the street. The car park at the station costs 6 € a day.

## Without barriers

All rooms are on one level. There are two toilets for wheelchairs, a quiet room, and seats kept free in the first row. The talks have live captions. Guide dogs are welcome; other dogs please stay at home.

The cloakroom is beside the entrance and free.`,
      category: 'On the day',
      seoKeywords: ['venue', 'tram', 'parking', 'wheelchair', 'cloakroom'],
      metaDescription: 'How to get to the Old Tram Depot, where to park, and what there is for wheelchairs.',
    },
    {
      title: 'Lunch and drinks',
      description: 'What there is to eat, and for whom.',
      content: `Lunch is from 12:30 to 13:30 and is part of the standard and the student ticket. The kitchen cooks two dishes, both vegetarian, one of them vegan. Each dish has a card with everything that is in it.

## Allergies

Tell us when you register what you cannot eat. Meals without gluten and without nuts are cooked apart and carry your name. If an allergy is dangerous for you, please also write to team@example.com, so that the cook can talk to you before.

## Drinks

Water, tea and coffee are free all day. Bring a cup if you can; a borrowed one costs a deposit of 2 €. In the evening the bar sells beer, wine and lemonade.`,
      category: 'On the day',
      seoKeywords: ['lunch', 'vegan', 'allergy', 'gluten'],
      metaDescription: 'When lunch is, what the kitchen cooks, and what to do about allergies.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
