import type { TemplateScript } from '../../template-script.ts';

export const clinicPreVisitFormScripts: readonly TemplateScript[] = [
  {
    name: 'A patient with a cold fills everything in, and the practice has the form.',
    script: {
      inputs: [
        { choiceId: 'no' },
        { choiceId: 'yes' },
        { text: 'Ada Lovelace' },
        { text: '1985-12-10' },
        { choiceIds: ['cold', 'fever'] },
        { value: 2 },
        { choiceId: 'days' },
        { text: 'none' },
        { choiceId: 'no' },
        { text: '+49 30 901820' },
      ],
      mocks: { send: { ok: true, value: { id: 'form-17' } } },
    },
    ends: 'completed',
    answers: {
      danger_signs: 'No, none of these',
      consent: 'Yes, I consent',
      birth_date: '1985-12-10',
      symptoms: 'Cough or cold, Fever',
      pain: 2,
      allergies: 'none',
      phone: '+4930901820',
    },
  },
  {
    name: 'A patient sees the emergency text, says that it is none, has strong pain, and the form cannot be sent.',
    script: {
      inputs: [
        { choiceId: 'yes' },
        { choiceId: 'mistake' },
        { text: 'yes' },
        { text: 'Grace Hopper' },
        { text: 'a long time ago' },
        { text: '1856-12-09' },
        { text: '1956-12-09' },
        { choiceIds: ['pain'] },
        { text: '9' },
        { choiceId: 'today' },
        { text: 'Ibuprofen 400' },
        { choiceId: 'yes' },
        { text: 'Penicillin, a rash' },
        { text: '12' },
        { text: '+1 212 555 0123' },
      ],
      mocks: { send: { ok: false, error: { kind: 'connect' } } },
    },
    ends: 'completed',
    answers: {
      danger_signs: 'Yes',
      after_warning: 'There is no emergency',
      birth_date: '1956-12-09',
      pain: 9,
      allergies: 'Penicillin, a rash',
      phone: '+12125550123',
    },
  },
];
