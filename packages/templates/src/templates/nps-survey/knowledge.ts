import type { TemplateKnowledge } from '../../knowledge.ts';

export const npsSurveyKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'About this survey', description: 'Why we ask, and what we keep.', icon: '📊', color: '#6d28d9' },
    { name: 'What came of it', description: 'Changes that customers asked for.', icon: '🌱', color: '#15803d' },
  ],
  articles: [
    {
      title: 'Why we ask whether you would recommend us',
      description: 'One number, three groups, and what we do with them.',
      content: `Twice a year we ask how likely you are to recommend us, from 0 to 10. It is known as the Net Promoter Score, and many companies ask the same, so the answers can be compared.

- **9 and 10**: you would tell others about us. We want to know what you like, so that we do not break it.
- **7 and 8**: you are content, but something is missing.
- **0 to 6**: we have disappointed you, or are at risk to.

The score is the share of the first group less the share of the last one, from -100 to 100. We publish ours once a year. The reasons that you write matter more to us than the number; two people read all of them, every one.`,
      category: 'About this survey',
      seoKeywords: ['net promoter score', 'nps', 'recommendation'],
      metaDescription:
        'Why we ask for a number from 0 to 10, how the Net Promoter Score is computed, and what we do with it.',
    },
    {
      title: 'Is the survey anonymous?',
      description: 'Yes, unless you say that we may get in touch.',
      content: `Yes, unless you choose otherwise at the end.

**Without contact.** We keep the score, the reason that you wrote, and the day. There is no name, no customer number and no network address with it. Please do not write anything into the reason that tells who you are.

**With contact.** If you say that we may get in touch, we keep your e-mail address together with your answer, so that the person who writes to you knows what it is about. We write once. If you answer, we talk; if you do not, we leave you in peace.

Addresses are deleted after 90 days, answers after three years. To withdraw your consent, answer our e-mail with one word, "delete", and both are gone within a week.`,
      category: 'About this survey',
      seoKeywords: ['anonymous', 'privacy', 'consent'],
      metaDescription:
        'The survey is anonymous unless you allow us to get in touch. What we keep in both cases, and how long.',
    },
    {
      title: 'What your answers have changed',
      description: 'Three things that customers asked for and got.',
      content: `We look for what many of you say, and change at least one thing each time. These came from the last surveys:

- **Shorter waits on Monday.** Nearly a third of the low scores came from Monday mornings. There are now two more people at the phones from eight to eleven.
- **Invoices that one can read.** You told us that nobody understood the second page. It is gone; what was on it now stands beside each position.
- **A way to pause.** Many of you left because they needed a break of a month or two. Now you can pause with one click and come back without paying a fee again.

What we decided against, and why, is listed on the same page: being honest about a no is part of it. The next survey is in half a year.`,
      category: 'What came of it',
      seoKeywords: ['changes', 'customer feedback', 'improvements'],
      metaDescription:
        'Three changes that came from the answers of customers: shorter waits, clear invoices, and a pause.',
    },
  ],
  ai: { enabled: false, mode: 'ai_first' },
};
