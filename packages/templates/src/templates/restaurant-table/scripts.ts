import type { TemplateScript } from '../../template-script.ts';

export const restaurantTableScripts: readonly TemplateScript[] = [
  {
    name: 'Two people who eat everything get a table while somebody is there to confirm it.',
    script: {
      clock: '2026-03-05T17:00:00.000Z',
      inputs: [
        { text: '2' },
        { text: '2026-03-07 19:00' },
        { choiceId: 'no' },
        { text: 'Ada Lovelace' },
        { text: '+49 30 901820' },
        { choiceId: 'yes' },
      ],
    },
    ends: 'completed',
    answers: {
      party_size: 2,
      table_time: '2026-03-07 19:00',
      allergies: 'none',
      phone: '+4930901820',
      confirmed: 'Yes, that is right',
    },
  },
  {
    name: 'On a closed Monday, no guests become twelve, nobody is there to plan, and then they are only ten.',
    script: {
      clock: '2026-03-02T09:00:00.000Z',
      inputs: [
        { text: '0' },
        { text: '12' },
        { event: 'timer' },
        { text: '2026-03-06 18:30' },
        { choiceId: 'yes' },
        { choiceIds: ['nuts', 'milk'] },
        { text: 'Grace' },
        { text: 'later' },
        { text: '+1 212 555 0123' },
        { choiceId: 'no' },
        { text: '10' },
        { event: 'agent_joined' },
        { event: 'handback' },
        { text: '2026-03-06 18:30' },
        { choiceId: 'yes' },
        { choiceIds: ['nuts'] },
        { text: 'Grace' },
        { text: '+1 212 555 0123' },
        { choiceId: 'yes' },
      ],
    },
    ends: 'completed',
    answers: {
      party_size: 10,
      table_time: '2026-03-06 18:30',
      allergies: 'Nuts',
      phone: '+12125550123',
      confirmed: 'Yes, that is right',
    },
  },
];
