import type { TemplateKnowledge } from '../../knowledge.ts';

export const propertyEnquiryKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Viewings', description: 'Before and during a viewing.', icon: '🔑', color: '#9a3412' },
    { name: 'Contracts', description: 'What comes after the viewing.', icon: '✍️', color: '#334155' },
  ],
  articles: [
    {
      title: 'How a viewing works',
      description: 'Who comes, how long it takes, and what to bring.',
      content: `An agent meets you at the door, shows you everything and answers questions. A flat takes about 30 minutes, a house an hour. Viewings are free, and you decide nothing on the day.

## What to bring

- an identity card or passport
- your questions, best on paper
- for a flat to rent: proof of income of the last three months, if you want to apply at once

## What to look at

Look at windows and walls after rain, ask for the heating costs of the last three years, and open the taps. Take pictures only where nobody lives; ask first otherwise.

## If you cannot come

Tell us by phone or in this chat up to two hours before. We find another time, and somebody else can have yours.`,
      category: 'Viewings',
      seoKeywords: ['viewing', 'visit', 'what to bring', 'cancel'],
      metaDescription: 'How a viewing with us works, how long it takes, what to bring and what to look at.',
    },
    {
      title: 'Papers for a rental application',
      description: 'What landlords ask for, and when.',
      content: `Landlords choose among several applications. Those that are complete are read first. These papers are usual:

1. the form for tenants that you get at the viewing
2. proof of income of the last three months, or of a guarantor
3. a letter of your last landlord that the rent was paid
4. a copy of your identity card, with the number blacked out

A credit report is asked for only once a landlord has chosen you. Please send nothing before the viewing; we may not keep it.

## After that

You hear from us within five working days. If the landlord says yes, you get the contract as a draft and have three days to read it in peace.`,
      category: 'Contracts',
      seoKeywords: ['rent', 'application', 'proof of income', 'papers'],
      metaDescription: 'Which papers a rental application needs, when to send them, and when you get an answer.',
    },
    {
      title: 'What buying costs besides the price',
      description: 'Taxes and fees to plan for when you buy a home.',
      content: `Plan for 8 to 12 per cent on top of the price. How much it is exactly depends on the region, so ask us for the figures of your home.

- **Tax on the purchase:** a share of the price, set by the region
- **Notary and land register:** about 2 per cent together
- **Agent:** a share of the price that our advertisement names, paid when the contract is signed
- **Bank:** sometimes a fee for valuing the home

## After moving in

Put money aside for repairs, about one euro for each square metre and month. Older houses need more.

This page is a first overview. It does not replace advice by a notary, a bank or a tax adviser.`,
      category: 'Contracts',
      seoKeywords: ['buy', 'costs', 'notary', 'fees'],
      metaDescription: 'Taxes, notary, agent and bank: what buying a home costs besides its price.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
