import type { TemplateKnowledge } from '../../knowledge.ts';

export const csatAfterChatKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'About this survey', description: 'What we ask, and what becomes of it.', icon: '⭐', color: '#a16207' },
    { name: 'Getting help', description: 'When something is still open.', icon: '🙋', color: '#1d4ed8' },
  ],
  articles: [
    {
      title: 'What happens to your rating',
      description: 'Who reads it, what it changes, and when it is deleted.',
      content: `After a chat we ask for one to five stars and a few words. You can leave at any point; what you gave until then counts.

**Who reads it.** The team that helped you sees stars and comments once a week, together. The head of the team sees every rating of one or two stars on the same day.

**What it changes.** We look for what comes up more than once: a page that is hard to find, an answer that is hard to follow. Nobody is paid or punished by stars.

**What we keep.** Without your consent the rating has no name on it. If you leave an address, we use it to write to you about this case, and delete it 90 days after the case is closed. To have it deleted earlier, just answer our e-mail.`,
      category: 'About this survey',
      seoKeywords: ['rating', 'survey', 'data retention'],
      metaDescription: 'Who reads your rating after a chat, what it changes, and when your answers are deleted.',
    },
    {
      title: 'What the stars mean',
      description: 'One to five, in words, so that everybody means the same.',
      content: `There is no right answer; take the one that feels nearest.

- **5 stars**: everything was solved, and it was easy.
- **4 stars**: it was solved, and some small thing could be better.
- **3 stars**: it was all right, yet you had to wait, ask again, or do a part yourself.
- **2 stars**: it took too long or left the main thing open.
- **1 star**: it did not help at all, or you were not treated well.

Please rate the help that you got and not the product. If the help was good but the product has a fault, give the stars for the help and write the fault into the comment; it goes to the people who build the product. You can rate every chat anew, also when it was about the same matter.`,
      category: 'About this survey',
      seoKeywords: ['stars', 'scale', 'satisfaction'],
      metaDescription: 'What one, two, three, four and five stars mean when you rate the help that you got in a chat.',
    },
    {
      title: 'My problem is still not solved',
      description: 'Three ways on, and how to make a complaint.',
      content: `You need not start again from the beginning. Choose what suits you:

1. **Go on with the same case.** Answer the last e-mail about it. The number in its subject brings back everything that was said.
2. **Ask for somebody else.** Give one or two stars and say yes when we ask whether the head of the team may write to you. You hear from a person who was not part of it, within a working day.
3. **Call.** Have the number of the case at hand; with it we see the whole conversation and you need not repeat it.

Do you want to make a formal complaint? Write "complaint" into your message. It is then registered, answered in writing within ten working days, and tells you where you can turn to if you disagree with the answer.`,
      category: 'Getting help',
      seoKeywords: ['complaint', 'unsolved case', 'escalation'],
      metaDescription: 'Three ways on when a chat did not solve your problem, and how to make a formal complaint.',
    },
  ],
  ai: { enabled: false, mode: 'ai_first' },
};
