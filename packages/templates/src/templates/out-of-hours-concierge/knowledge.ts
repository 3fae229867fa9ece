import type { TemplateKnowledge } from '../../knowledge.ts';

export const outOfHoursConciergeKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Orders', description: 'Deliveries, bills and refunds.', icon: '📦', color: '#1e3a8a' },
    { name: 'Your account', description: 'Logging in and your data.', icon: '🔐', color: '#334155' },
    {
      name: 'Reaching us',
      description: 'When we are there, and what happens when we are not.',
      icon: '🌙',
      color: '#3f3f46',
    },
  ],
  articles: [
    {
      title: 'Where is my delivery?',
      description: 'How to follow a parcel, and what to do when it does not move.',
      content: `As soon as your parcel leaves us, you get an e-mail with a link. The link shows where the parcel is and on which day it should arrive. It may take a night until the first entry is there.

## It has not moved for three days

Most parcels turn up by themselves at the next large depot. After three days without an entry we ask the carrier. Tell us your order number, and we do the rest.

## It says "delivered", but it is not here

Look for a card in your letterbox, ask two neighbours, and wait until the next day: drivers sometimes enter parcels too early. If it still has not come, tell us. We send your order again or refund it, as you like.

## Another address

Until the evening of the order you can change the address in your account under **Orders**.`,
      category: 'Orders',
      seoKeywords: ['delivery', 'parcel', 'tracking', 'lost'],
      metaDescription: 'How to follow your parcel, and what to do when it does not move or is said to be delivered.',
    },
    {
      title: 'Bills and refunds',
      description: 'Where your bills are, and how long a refund takes.',
      content: `## Bills

All bills are in your account under **Orders**. Open the order and choose **Bill** to get it as a PDF. If a company should be named on it, change the address before you order; afterwards we have to do it by hand, which takes two working days.

## Refunds

A refund goes back by the way you paid.

- **Card:** three to five working days
- **Bank transfer:** two working days
- **Gift card:** at once

The time starts when the parcel has reached us, not when you sent it. You get an e-mail on that day.

## Charged twice?

Often one of the two entries is only reserved, and disappears within a week. If both stay, send us the date and the amount, never the number of your card.`,
      category: 'Orders',
      seoKeywords: ['bill', 'invoice', 'refund', 'charged twice'],
      metaDescription: 'Where to find your bills, how long refunds take, and what to do if you were charged twice.',
    },
    {
      title: 'I cannot log in',
      description: 'Forgotten password, missing e-mail, locked account.',
      content: `## Forgotten password

Choose **Forgotten password** on the login page and write your e-mail address. The e-mail with the link comes within a few minutes. The link works for one hour and only once.

## The e-mail does not come

Look into the spam folder, then check whether you registered with another address. Your last order confirmation shows which one it was. For your safety the page never says whether there is an account for an address.

## The account is locked

After ten wrong passwords an account is locked for 30 minutes. It opens by itself. If you did not try it ten times, somebody else did: choose a new password afterwards, one that you use nowhere else.

We never ask for your password, neither by e-mail nor on the phone.`,
      category: 'Your account',
      seoKeywords: ['login', 'password', 'locked', 'reset'],
      metaDescription: 'What to do when you cannot log in: forgotten password, missing e-mail or a locked account.',
    },
    {
      title: 'When we are there, and how a call-back works',
      description: 'Office hours, promises, and the line for urgent faults.',
      content: `People of our team answer from Monday to Friday, 9:00 to 17:00 London time, except on public holidays. At all other times this chat looks things up for you.

## Call-back

If that does not help, leave your question and a phone number. We call back by 11:00 on the next working day; at the weekend that is Monday. We try twice, an hour apart, and then write you a text message. Our number starts with +44 20 7946.

## Urgent faults

If something is down that your customers depend on, choose **An urgent fault**. The engineer on call rings you within 30 minutes, day and night. For anything that can wait until morning, please take the call-back, so that engineers can sleep.`,
      category: 'Reaching us',
      seoKeywords: ['opening hours', 'call-back', 'urgent', 'on call'],
      metaDescription: 'Our office hours, how soon we call back, and how to report an urgent fault at night.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
