import type { TemplateScript } from '../../template-script.ts';

const photo = {
  id: 'file-1',
  name: 'crack.jpg',
  url: 'https://example.com/crack.jpg',
  bytes: 240_000,
  type: 'image/jpeg',
};

export const returnsAndExchangesScripts: readonly TemplateScript[] = [
  {
    name: 'A jacket that is too small is exchanged for a larger one, with a label at once.',
    script: {
      inputs: [
        { text: 'B-200' },
        { text: 'ada@example.com' },
        { text: '2026-02-25' },
        { choiceId: 'size' },
        { choiceId: 'exchange' },
        { text: 'The same in L' },
      ],
      mocks: {
        check: { ok: true, value: { eligible: true } },
        label: { ok: true, value: { url: 'https://example.com/labels/B-200.pdf' } },
      },
    },
    ends: 'completed',
    answers: {
      arrived_on: '2026-02-25',
      reason: 'It does not fit',
      solution: 'An exchange',
      exchange_for: 'The same in L',
      postage: 'deducted from the refund',
    },
  },
  {
    name: 'A vase came broken; a vague day and a missing photo are turned back, the label service is down.',
    script: {
      inputs: [
        { text: 'B-201' },
        { text: 'grace@example.org' },
        { text: 'some days ago' },
        { text: '2026-02-27' },
        { text: 'It is damaged' },
        { text: 'I have no camera at hand' },
        { files: [photo] },
        { choiceId: 'refund' },
      ],
      mocks: { label: { ok: false, error: { kind: 'connect' } } },
    },
    ends: 'completed',
    answers: {
      arrived_on: '2026-02-27',
      reason: 'It is damaged',
      solution: 'My money back',
      postage: 'paid by us',
    },
  },
];
