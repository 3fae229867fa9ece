import type { TemplateScript } from '../../template-script.ts';

export const jobApplicationScreenerScripts: readonly TemplateScript[] = [
  {
    name: 'An experienced applicant sends everything at once and gets a number.',
    script: {
      inputs: [
        { choiceId: 'yes' },
        { choiceId: 'engineer' },
        { choiceId: 'yes' },
        { value: 6 },
        { text: 'Ada Lovelace' },
        { text: 'ada@example.com' },
        {
          files: [
            { id: 'f1', name: 'cv.pdf', url: 'https://example.com/cv.pdf', bytes: 120_000, type: 'application/pdf' },
          ],
        },
        { text: '2026-05-01' },
        { choiceIds: ['morning', 'evening'] },
      ],
      clock: '2026-03-02T09:00:00.000Z',
      mocks: { submit: { ok: true, value: { reference: 'A-1042' } } },
    },
    ends: 'completed',
    answers: {
      consent: 'Yes, I consent',
      job: 'Engineering',
      years: 6,
      track: 'opening',
      email: 'ada@example.com',
      start_date: '2026-05-01',
      call_times: 'Mornings, After work',
    },
  },
  {
    name: 'A starter sends a picture instead of a CV and a day that is over, and the application system does not answer.',
    script: {
      inputs: [
        { text: 'Yes, I consent' },
        { text: 'Sales' },
        { text: 'yes' },
        { text: 'a bit' },
        { text: '0.5' },
        { choiceId: 'yes' },
        { text: 'Grace Hopper' },
        { text: 'grace at example' },
        { text: 'grace@example.com' },
        { files: [{ id: 'f1', name: 'me.png', url: 'https://example.com/me.png', bytes: 90_000, type: 'image/png' }] },
        {
          files: [
            { id: 'f2', name: 'cv.pdf', url: 'https://example.com/cv.pdf', bytes: 90_000, type: 'application/pdf' },
          ],
        },
        { text: '2025-01-01' },
        { text: '2026-06-01' },
        { choiceIds: ['noon'] },
      ],
      clock: '2026-03-02T09:00:00.000Z',
      mocks: { submit: { ok: false, error: { kind: 'timeout' } } },
    },
    ends: 'completed',
    answers: {
      years: 0.5,
      keep_for_later: 'Yes, gladly',
      track: 'starters',
      email: 'grace@example.com',
      start_date: '2026-06-01',
      call_times: 'Around noon',
    },
  },
];
