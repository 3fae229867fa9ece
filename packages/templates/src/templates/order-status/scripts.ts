import type { TemplateScript } from '../../template-script.ts';

export const orderStatusScripts: readonly TemplateScript[] = [
  {
    name: 'A parcel is on its way, and the visitor gets the link to follow it.',
    script: {
      inputs: [{ text: 'A-1024' }, { text: 'ada@example.com' }],
      mocks: { 'look-up': { ok: true, value: { status: 'shipped', tracking: 'T-77', late: false } } },
    },
    ends: 'completed',
    answers: {
      order_number: 'A-1024',
      email: 'ada@example.com',
      order: { status: 'shipped', tracking: 'T-77', late: false },
    },
  },
  {
    name: 'A mistyped number is not found, the right one is late, and the visitor wants the money back.',
    script: {
      inputs: [
        { text: 'A-1042' },
        { text: 'grace@example.org' },
        { choiceId: 'yes' },
        { text: 'A-1024' },
        { text: 'grace@example.org' },
        { text: 'My money back' },
      ],
      mocks: {
        'look-up': [
          { ok: false, error: { kind: 'status' } },
          { ok: true, value: { status: 'shipped', tracking: 'T-77', late: true } },
        ],
      },
    },
    ends: 'completed',
    answers: { order_number: 'A-1024', tries: 1, retry: 'Enter it again', wish: 'My money back' },
  },
];
