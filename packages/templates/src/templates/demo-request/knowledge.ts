import type { TemplateKnowledge } from '../../knowledge.ts';

export const demoRequestKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Demos', description: 'What you see, and when.', icon: '🖥️', color: '#1e40af' },
    { name: 'Trial', description: 'Trying it yourself.', icon: '🚀', color: '#b45309' },
  ],
  articles: [
    {
      title: 'What happens in a demo',
      description: 'Thirty minutes: your questions first, then the product, then what comes next.',
      content: `A demo takes 30 minutes and is held over a video call. You need a browser and nothing else.

1. **Your work, 10 minutes.** Tell us how you do things today and what takes too long. We have looked at your website before.
2. **The product, 15 minutes.** We show what answers your points, with data like yours, and skip the rest.
3. **Next steps, 5 minutes.** You say whether a trial makes sense. If it does not, we tell you so as well.

Bring colleagues who would work with it; they ask the best questions. We record nothing unless you ask us to. After the call you get a page with what was shown, the prices for your size, and the name of the person you talked to.`,
      category: 'Demos',
      seoKeywords: ['demo', 'video call', 'product tour'],
      metaDescription: 'What to expect of a demo: thirty minutes over video, your questions first, nothing recorded.',
    },
    {
      title: 'How to move or cancel a demo',
      description: 'With the link in your invitation, until one hour before.',
      content: `Plans change, and that is fine. Your invitation has two links at its end:

- **Move**: shows the free times of the next two weeks. Choose one and everybody who was invited gets the new time.
- **Cancel**: takes the demo out of all calendars. You need not give a reason.

Both work until one hour before the demo. After that, please answer the invitation by e-mail, so that nobody waits for you.

If you cannot find the invitation, look into the folder for unwanted mail and search for the word "demo". If it is not there either, write to us in this chat with the address that you gave, and we send it again. A demo that nobody came to is not held against you; simply book another one.`,
      category: 'Demos',
      seoKeywords: ['reschedule demo', 'cancel demo', 'invitation'],
      metaDescription: 'Move or cancel a demo with the links in your invitation, up to one hour before it starts.',
    },
    {
      title: 'Trying it without a demo',
      description: 'Fourteen days with everything, without a credit card.',
      content: `You can try everything for 14 days without talking to anybody.

- **No credit card.** You give an e-mail address and a password, nothing more.
- **Everything is on.** A trial has no locked parts, so you see what you would get.
- **Sample data.** It starts with an invented company, so that you can click around at once. One button clears it.
- **Your data stays yours.** Export it at any time. When the trial ends without an order, we delete it after 30 days.

Three days before the end we send one e-mail as a reminder. If you need more time, answer it; two more weeks are no problem. Teams of more than 50 people often take a demo first, since we can set up sign-on and roles with them.`,
      category: 'Trial',
      seoKeywords: ['free trial', 'no credit card', 'sample data'],
      metaDescription: 'Try everything for fourteen days, without a credit card and with sample data to start from.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
