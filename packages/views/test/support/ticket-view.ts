import { createView } from '@conferbot/views';

export const ticketView = createView({
  title: 'Tickets',
  blocks: [
    { kind: 'tiles', title: 'Figures', tiles: [{ label: 'Solved', path: 'rates.solved', format: 'rate' }] },
    { kind: 'trend', title: 'By day', path: 'daily', at: 'date', series: [{ label: 'Opened', path: 'opened' }] },
    {
      kind: 'table',
      title: 'By team',
      path: 'teams',
      columns: [
        { label: 'Team', path: 'name' },
        { label: 'Tickets', path: 'tickets', bar: true },
      ],
      empty: 'There were no tickets.',
    },
  ],
});
