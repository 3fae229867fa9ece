import type { TemplateKnowledge } from '../../knowledge.ts';

export const jobApplicationScreenerKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Applying', description: 'What to send and what happens then.', icon: '📄', color: '#166534' },
    { name: 'Working here', description: 'Hours, pay and place.', icon: '🏢', color: '#334155' },
  ],
  articles: [
    {
      title: 'What happens after you apply',
      description: 'The steps from your application to our answer, with times.',
      content: `1. **Within two working days** somebody reads your application. No program decides on it.
2. **Within ten working days** you get our first answer, whatever it is.
3. **First call, 30 minutes.** You get to know somebody from the team. We ask about your experience, and you ask whatever you like.
4. **Work sample, up to two hours.** A small task like those of the job, paid as an hour of work each.
5. **Meeting the team, half a day**, at the office or by video.
6. **Our decision** within five working days after that.

If we say no, we tell you why as far as we can. You may apply again after six months, or at once for another job. Want to know where your application is? Answer to the e-mail that confirmed it.`,
      category: 'Applying',
      seoKeywords: ['application', 'interview', 'steps', 'answer'],
      metaDescription: 'The steps of an application with us: first answer within ten working days, call, sample, team.',
    },
    {
      title: 'What belongs in your CV',
      description: 'What we look for, and what you can leave out.',
      content: `Two pages are enough. Please send a PDF or a Word file of 10 MB at most.

## What helps us

- what you did in your last jobs, with one or two results each
- tools and languages that you know well enough to use them next week
- training that has to do with the job
- a link to work that you are proud of, if it is public

## What you can leave out

We need no photo, no date of birth, no family status and no nationality. A cover letter is welcome but not needed; three sentences about why this job say more than a page.

## Gaps

Gaps are part of life. You need not explain them.`,
      category: 'Applying',
      seoKeywords: ['CV', 'resume', 'cover letter', 'photo'],
      metaDescription: 'What helps in a CV for us, what you can leave out, and which files we take.',
    },
    {
      title: 'Working hours, pay and place',
      description: 'What is the same for every job with us.',
      content: `## Hours

A full week has 38 hours. You choose when to begin between seven and ten. Most jobs can be done in part-time from 20 hours on; say so in the first call.

## Pay

Each job advertisement names a range. Where in it you start depends on your experience, and the same rules hold for everybody. Pay is looked at once a year, in March.

## Place

You can work from home up to three days a week. Engineers may work from anywhere in the country. The office is ten minutes on foot from the station and has no steps on the way in.

## Time off

There are 30 days of holiday a year, and two days for volunteering.`,
      category: 'Working here',
      seoKeywords: ['salary', 'hours', 'remote', 'holiday'],
      metaDescription: 'Working hours, pay, working from home and holidays: what holds for every job with us.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
