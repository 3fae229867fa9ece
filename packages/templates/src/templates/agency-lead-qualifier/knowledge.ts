import type { TemplateKnowledge } from '../../knowledge.ts';

export const agencyLeadQualifierKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Working with us', description: 'How a project goes.', icon: '🤝', color: '#0f766e' },
    { name: 'Prices', description: 'What things cost, and why.', icon: '💶', color: '#1d4ed8' },
  ],
  articles: [
    {
      title: 'How a project goes',
      description: 'From the first talk to the day it goes live, in four steps.',
      content: `Every project has the same four steps, whatever its size.

1. **First talk.** Half an hour, free of charge. You tell us what you want to reach; we tell you whether we are the right ones for it.
2. **Offer.** Within a week you get a plan with a price for each part, so that you can leave parts out.
3. **Work.** We show you what is there every two weeks. You try it and say what should change while changes are still cheap.
4. **Launch.** We put it live together with you, watch it for two weeks, and hand over everything: texts, pictures, code and access.

You have one person to talk to from the first day to the last. Small projects take six to eight weeks, large ones three to six months.`,
      category: 'Working with us',
      seoKeywords: ['project', 'process', 'timeline'],
      metaDescription: 'The four steps of a project with us: first talk, offer, work in short rounds, and the launch.',
    },
    {
      title: 'What to prepare for the first talk',
      description: 'Four questions that make the first talk short and useful.',
      content: `You need no documents and no finished plan. It helps when you have thought about these four questions:

- **What should be different afterwards?** More enquiries, fewer phone calls, a shop that sells at night: one goal is enough.
- **Who should use it?** Your best customers today, or people who do not know you yet.
- **What do you like?** Two or three websites that you enjoy using, whatever they sell.
- **What is fixed?** A date such as a trade fair, a budget that you cannot exceed, software that has to stay.

If you have numbers, such as visitors a month or orders a week, bring them along. If you do not, we find out together. Everything that you tell us stays between us.`,
      category: 'Working with us',
      seoKeywords: ['first talk', 'briefing', 'preparation'],
      metaDescription:
        'Four questions to think about before our first talk: the goal, the people, your taste, and what is fixed.',
    },
    {
      title: 'What a website costs',
      description: 'Three typical sizes, and what makes the difference.',
      content: `Prices depend on what a website has to do. Three typical sizes:

- **Up to 5,000**: a few pages on a ready design, with your texts and pictures.
- **5,000 to 20,000**: a design of your own, up to thirty pages, forms, a blog, two languages.
- **More than 20,000**: a shop, a members' area, or connections to the software you work with.

What makes a project dearer is mostly what has to be written, drawn or connected, and not the number of pages. What makes it cheaper: texts that are ready, pictures that you own, and one person on your side who decides.

Running costs come on top: hosting, updates and backups are a monthly fee that the offer names. There are no prices that show up later.`,
      category: 'Prices',
      seoKeywords: ['price', 'website cost', 'budget'],
      metaDescription:
        'Three typical sizes of website projects with their prices, and what makes them dearer or cheaper.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
