import type { TemplateScript } from '../../template-script.ts';

export const appointmentBookingScripts: readonly TemplateScript[] = [
  {
    name: 'A first consultation is booked for Thursday at half past ten.',
    script: {
      inputs: [
        { choiceId: 'first' },
        { text: '2026-03-05' },
        { choiceId: 'second' },
        { text: 'Ada Lovelace' },
        { text: 'ada@example.com' },
        { choiceId: 'yes' },
      ],
      mocks: {
        'find-slots': { ok: true, value: { count: 2, first: '09:15', second: '10:30' } },
        book: { ok: true, value: { reference: 'T-310' } },
      },
    },
    ends: 'completed',
    answers: {
      service: 'First consultation, 45 minutes',
      day: '2026-03-05',
      time: '10:30',
      name: 'Ada Lovelace',
      confirmed: 'Book it',
    },
  },
  {
    name: 'A full day, a second thought before booking, then a calendar that refuses: the desk calls back.',
    script: {
      inputs: [
        { text: 'Video call, 20 minutes' },
        { text: '2026-03-04' },
        { choiceId: 'day' },
        { text: '2026-03-06' },
        { choiceId: 'first' },
        { text: 'Grace' },
        { text: 'grace@example.org' },
        { choiceId: 'no' },
        { text: '2026-03-09' },
        { choiceId: 'take' },
        { text: 'Grace' },
        { text: 'grace@example.org' },
        { choiceId: 'yes' },
        { text: 'call me' },
        { text: '+49 30 901820' },
      ],
      mocks: {
        'find-slots': [
          { ok: false, error: { kind: 'status' } },
          { ok: true, value: { count: 2, first: '09:15', second: '10:30' } },
          { ok: true, value: { count: 1, first: '14:00' } },
        ],
        book: { ok: false, error: { kind: 'status' } },
      },
    },
    ends: 'completed',
    answers: { no_slots: 'Another day', day: '2026-03-09', time: '14:00', confirmed: 'Book it', phone: '+4930901820' },
  },
];
