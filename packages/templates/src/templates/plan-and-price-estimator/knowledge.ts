import type { TemplateKnowledge } from '../../knowledge.ts';

export const planAndPriceEstimatorKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Plans', description: 'What each plan holds.', icon: '🧩', color: '#1d4ed8' },
    { name: 'Paying', description: 'Bills, discounts and leaving.', icon: '💶', color: '#92400e' },
  ],
  articles: [
    {
      title: 'What Team, Plus and Control hold',
      description: 'The three plans side by side.',
      content: `Every plan has all basic functions, no limit on projects, and help by e-mail.

| | Team | Plus | Control |
| --- | --- | --- | --- |
| Per person and month | 8 € | 14 € | 22 € |
| Reports | no | yes | yes |
| Storage per person | 10 GB | 50 GB | 200 GB |
| Single sign-on | no | no | yes |
| Answer to a ticket | two working days | one working day | four hours |

## Which one to take

Take **Team** if you want to work together on projects and need no figures. Take **Plus** if somebody asks you for reports every month. Take **Control** if your IT department manages accounts centrally, or if you need answers on the same day.

You can change the plan at any time. Going up counts from today, going down from the next bill.`,
      category: 'Plans',
      seoKeywords: ['plans', 'prices', 'single sign-on', 'reports'],
      metaDescription: 'Team, Plus and Control compared: prices per person, reports, storage and support.',
    },
    {
      title: 'How discounts work',
      description: 'Two months free for a year, ten per cent off from 50 people.',
      content: `There are two discounts, and they add up.

## Paid once a year

Pay a year in advance and get twelve months for the price of ten. If you leave before the year is over, you can use the software until its end.

## From 50 people

From 50 people on, the price per person falls by ten per cent. The number of people on the day of the bill counts. If you grow over 50 during the year, the next bill is lower by itself; you need not ask.

## Schools and charities

Schools, universities and registered charities get half off every plan. Send us a proof once, such as a letter with your registration number, and we note it for all later bills.`,
      category: 'Paying',
      seoKeywords: ['discount', 'yearly', 'volume', 'charity'],
      metaDescription: 'Discounts for yearly payment, for 50 people or more, and for schools and charities.',
    },
    {
      title: 'Bills, ways to pay, and leaving',
      description: 'When bills come, how to pay them, and how to end a plan.',
      content: `## Bills

You find all bills under *Settings*, then *Billing*. We also send each one by e-mail to the address that you name there. Value added tax is added by the country of your company; with a valid VAT number from another EU country there is none.

## Ways to pay

We take all common cards and direct debit. From 20 people on you can also pay by bank transfer within 30 days.

## Leaving

Open *Settings*, then *Billing*, and choose *End plan*. It ends on the last day that you have paid for. Nothing is charged afterwards. You can download all of your data for another 60 days; after that we delete it for good.`,
      category: 'Paying',
      seoKeywords: ['invoice', 'VAT', 'payment', 'cancel'],
      metaDescription: 'Where your bills are, how you can pay, and how to end your plan without surprises.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
