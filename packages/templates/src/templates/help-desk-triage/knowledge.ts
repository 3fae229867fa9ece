import type { TemplateKnowledge } from '../../knowledge.ts';

export const helpDeskTriageKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Account', description: 'Signing in, passwords, people.', icon: '🔑', color: '#0369a1' },
    { name: 'Billing', description: 'Invoices and payments.', icon: '🧾', color: '#15803d' },
    { name: 'Troubleshooting', description: 'When something does not work.', icon: '🛠️', color: '#b91c1c' },
  ],
  articles: [
    {
      title: 'I cannot sign in',
      description: 'Four things to try, from the quickest to the surest.',
      content: `Try these in order; most people are in again after the second.

1. **Check the address.** You may have signed up with another one. Search your mail for our welcome message; it went to the right address.
2. **Set a new password.** Choose "Forgotten password" on the sign-in page. The link that we send works for one hour and once only.
3. **Look for the lock.** After ten wrong passwords an account is locked for 15 minutes. Wait, then try once.
4. **Ask your administrator.** If your company signs in through its own service, we cannot set your password; your administrator can.

If the mail with the link does not arrive within five minutes, look into the folder for unwanted mail. Still nothing? Leave a ticket with the address that you use.`,
      category: 'Account',
      seoKeywords: ['sign in', 'password', 'locked account'],
      metaDescription: 'What to do when you cannot sign in: check the address, set a new password, wait out the lock.',
    },
    {
      title: 'Change who can use the account',
      description: 'Inviting colleagues, changing what they may do, and removing them.',
      content: `Owners and administrators manage people under **Settings, People**.

- **Invite.** Enter an e-mail address and choose a role. The invitation works for seven days; you can send it again.
- **Change a role.** Viewers read, editors change content, administrators manage people, owners see invoices as well. A change counts at once.
- **Remove.** The person is signed out everywhere within a minute. What they made stays and belongs to the account.

There is always at least one owner. To hand the account over, make the other person an owner first, then lower your own role.

If the only owner has left the company, leave a ticket from an address of the same company. We check the request with a second person before we change anything.`,
      category: 'Account',
      seoKeywords: ['roles', 'invite colleague', 'remove person'],
      metaDescription: 'Invite colleagues, change their roles, remove them, and hand an account over to somebody else.',
    },
    {
      title: 'Invoices and payments',
      description: 'Where invoices are, how to change them, and what happens when a payment fails.',
      content: `All invoices are under **Settings, Billing**, from the first one on, as PDF files.

- **Another address on the invoice?** Change it in the billing settings; it counts from the next invoice. For one that was already sent, leave a ticket with its number and we send a corrected one.
- **Another way to pay?** Add the new card or bank account first, then remove the old one. The next payment uses the new one.
- **A payment failed?** We try again after three, five and seven days and tell you each time. Nothing is switched off before the last try.
- **Charged twice?** One of both is usually a reservation that your bank gives back within five days. If it does not, send us the date and the amount.`,
      category: 'Billing',
      seoKeywords: ['invoice', 'payment failed', 'billing address'],
      metaDescription: 'Find and correct invoices, change the way you pay, and what happens when a payment fails.',
    },
    {
      title: 'What a good error report says',
      description: 'Five facts that save a day of questions.',
      content: `A ticket is solved fastest when the person who reads it can see the same error. Five facts make that possible:

1. **What you did**, step by step, from a page that we can open.
2. **What happened**: the exact words of the message, best copied, or a picture of the screen.
3. **What you expected** instead.
4. **When**: day, time and time zone of the last try, and whether it ever worked.
5. **Where**: browser or app with its version, and whether a colleague has the same problem.

Please never send passwords or card numbers; nobody of us ever asks for them. Remove what is private from pictures. If you tried something that helped, even for a moment, say so: it is often the best clue.`,
      category: 'Troubleshooting',
      seoKeywords: ['error report', 'bug', 'ticket'],
      metaDescription:
        'Five facts for an error report that can be solved quickly: steps, message, expectation, time, place.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
