import type { TemplateScript } from '../../template-script.ts';

export const csatAfterChatScripts: readonly TemplateScript[] = [
  {
    name: 'Five stars with praise and nothing to add.',
    script: { inputs: [{ value: 5 }, { choiceIds: ['quick', 'solved'] }, { choiceId: 'no' }] },
    ends: 'completed',
    answers: {
      csat: 5,
      praise: 'The answer came quickly, My problem is solved',
      wants_comment: 'No, that is all',
    },
  },
  {
    name: 'One star for a problem that is not solved, while the ticket system is down.',
    script: {
      inputs: [
        { text: 'none' },
        { value: 1 },
        { text: 'I was sent from one person to the next.' },
        { text: 'No, not at all' },
        { choiceId: 'yes' },
        { text: 'grace@' },
        { text: 'grace@example.org' },
      ],
      mocks: { ticket: { ok: false, error: { kind: 'connect' } } },
    },
    ends: 'completed',
    answers: {
      csat: 1,
      comment: 'I was sent from one person to the next.',
      solved: 'No, not at all',
      priority: 'high',
      contact_consent: 'Yes, please do',
      email: 'grace@example.org',
    },
  },
];
