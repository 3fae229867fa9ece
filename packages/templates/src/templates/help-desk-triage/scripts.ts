import type { TemplateScript } from '../../template-script.ts';

const article = {
  title: 'Change your password',
  summary: 'Open your profile, choose "Security", then "New password".',
  url: 'https://example.com/help/password',
};

export const helpDeskTriageScripts: readonly TemplateScript[] = [
  {
    name: 'An article answers a question about the account.',
    script: {
      inputs: [{ choiceId: 'account' }, { text: 'How do I change my password?' }, { choiceId: 'yes' }],
      mocks: { search: { ok: true, value: article } },
    },
    ends: 'completed',
    answers: { topic: 'My account', question: 'How do I change my password?', deflected: 'Yes, thank you' },
  },
  {
    name: 'Nobody comes to an urgent case, and the ticket system is down: it is sent by mail.',
    script: {
      inputs: [
        { text: 'Something does not work' },
        { choiceId: 'blocked' },
        { event: 'timer' },
        { choiceId: 'ticket' },
        { text: 'All orders answer with error 500 since nine.' },
        { text: 'grace' },
        { text: 'grace@example.org' },
      ],
      mocks: { 'open-ticket': { ok: false, error: { kind: 'status' } } },
    },
    ends: 'completed',
    answers: {
      topic: 'Something does not work',
      impact: 'Nobody can work',
      person_outcome: 'Leave a ticket',
      details: 'All orders answer with error 500 since nine.',
      email: 'grace@example.org',
    },
  },
];
