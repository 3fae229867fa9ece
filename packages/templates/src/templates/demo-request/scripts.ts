import type { TemplateScript } from '../../template-script.ts';

export const demoRequestScripts: readonly TemplateScript[] = [
  {
    name: 'The buyer of a company of 400 books a demo.',
    script: {
      inputs: [
        { text: 'Ada Lovelace' },
        { text: 'ada@example.com' },
        { text: '400' },
        { choiceId: 'emea' },
        { text: '2026-03-05 10:00' },
      ],
      mocks: {
        'check-email': { ok: true, value: { kind: 'work' } },
        'send-event': { ok: true, value: { accepted: true } },
      },
    },
    ends: 'completed',
    answers: {
      email: 'ada@example.com',
      employees: 400,
      region: 'Europe, Middle East, Africa',
      demo_time: '2026-03-05 10:00',
      demo_event: { accepted: true },
    },
  },
  {
    name: 'A private address is changed, a word is given for a number, and the calendar is out of order.',
    script: {
      inputs: [
        { text: 'Grace' },
        { text: 'grace@private.example' },
        { choiceId: 'change' },
        { text: 'grace@example.org' },
        { text: 'quite a few' },
        { text: '1,200' },
        { text: 'The Americas' },
        { text: '2026-03-06 15:30' },
      ],
      mocks: {
        'check-email': [
          { ok: true, value: { kind: 'private' } },
          { ok: true, value: { kind: 'work' } },
        ],
        'send-event': { ok: false, error: { kind: 'timeout' } },
      },
    },
    ends: 'completed',
    answers: {
      email: 'grace@example.org',
      email_choice: 'Use another address',
      employees: 1200,
      region: 'The Americas',
      demo_time: '2026-03-06 15:30',
    },
  },
];
