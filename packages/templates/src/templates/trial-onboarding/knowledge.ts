import type { TemplateKnowledge } from '../../knowledge.ts';

export const trialOnboardingKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'First steps', description: 'From the first login to the first board.', icon: '🚀', color: '#7c2d12' },
    { name: 'Your trial', description: 'How long it lasts and what comes after.', icon: '📅', color: '#334155' },
  ],
  articles: [
    {
      title: 'Connect your first source',
      description: 'Bring your data in, from a file or from another service.',
      content: `A source is where your data comes from: a spreadsheet, a mailbox, a shop, or a file that you upload.

1. Open **Settings**, then **Sources**.
2. Choose **Add** and pick the kind of source.
3. Sign in there and allow us to read. We never write to a source.
4. Choose what to bring in, and press **Start**.

The first import takes a few minutes, for large sources up to an hour. You can go on working meanwhile; a green dot says when it is ready.

## If it does not work

Most often the account that you signed in with may not read the data. Ask whoever manages it for the right to read, and press **Try again**. The page of the source shows the last error in plain words.`,
      category: 'First steps',
      seoKeywords: ['source', 'connect', 'import', 'permission'],
      metaDescription: 'Connect your first source in four steps, and what to do when the import stops.',
    },
    {
      title: 'Invite colleagues and give them roles',
      description: 'Who may see, who may change, and how to invite them.',
      content: `Open **People** and choose **Invite**. Write the e-mail addresses of your colleagues, one in each line. They get an invitation that is valid for seven days. In the trial you can invite up to ten people.

## Roles

- **Viewer** sees boards that were published.
- **Editor** makes and changes boards.
- **Admin** also manages people, sources and the bill.

You are an admin, because you started the trial. Give the role to a second person too, so that somebody can help while you are away.

## Somebody did not get the invitation

Look into the spam folder first. Then choose **Send again** beside the name. If your company filters e-mail, ask for our domain to be allowed.`,
      category: 'First steps',
      seoKeywords: ['invite', 'roles', 'admin', 'permissions'],
      metaDescription: 'Invite up to ten colleagues to your trial and choose what each of them may do.',
    },
    {
      title: 'Publish a board',
      description: 'Show your board to your team, or to people outside.',
      content: `A board is a draft until you publish it, and only editors see drafts.

1. Open the board.
2. Choose **Publish** at the top right.
3. Choose who can see it: your team, people whom you name, or everybody with the link.
4. Press **Publish** again.

Later changes are drafts too. Visitors see the last published state until you publish again, so you can try things out without a rush.

## Take it back

Choose **Publish**, then **Unpublish**. Links to the board then say that it is not available. Nothing is deleted.

## On a screen in the office

Add \`?screen=1\` to the link. The board then fills the screen and refreshes every minute.`,
      category: 'First steps',
      seoKeywords: ['board', 'publish', 'share', 'link'],
      metaDescription: 'Publish a board in four steps, choose who sees it, and take it back when needed.',
    },
    {
      title: 'How long the trial lasts, and what comes after',
      description: 'Fourteen days, no card, and your data stays yours.',
      content: `The trial lasts 14 days from your first login. You need no card for it, and it never turns into a paid plan by itself.

## What you can use

Everything of the plan Plus, with up to ten people and three sources.

## When it ends

Your boards become read-only for 30 days. Choose a plan under **Settings**, then **Billing**, and all is as it was. If you choose none, we delete your data after these 30 days, and tell you a week before.

## More time

Holidays, a project that came between? Write to us in this chat before the trial is over. We add seven days once, without asking why.`,
      category: 'Your trial',
      seoKeywords: ['trial', 'end', 'extend', 'plan'],
      metaDescription: 'The trial lasts 14 days without a card. What happens afterwards, and how to get more time.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
