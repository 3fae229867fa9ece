import { createView } from '@conferbot/views';

/** What `get_conversation_summary` answers, as charts. */
export const conversationSummaryView = createView({
  title: 'Conversations',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: 'From', path: 'from', format: 'instant' },
        { label: 'Until', path: 'to', format: 'instant' },
        { label: 'Days', path: 'days' },
        { label: 'Time zone', path: 'timezone' },
      ],
    },
    {
      kind: 'tiles',
      title: 'Figures',
      tiles: [
        { label: 'Conversations', path: 'totals.conversations', before: 'previousPeriod.totals.conversations' },
        { label: 'Change', path: 'previousPeriod.changeInConversations', format: 'change' },
        { label: 'Messages', path: 'totals.messages', before: 'previousPeriod.totals.messages' },
        {
          label: 'Completed',
          path: 'rates.completion',
          format: 'rate',
          before: 'previousPeriod.rates.completion',
        },
        { label: 'Handed over', path: 'rates.handover', format: 'rate', before: 'previousPeriod.rates.handover' },
        {
          label: 'Without a person',
          path: 'rates.containment',
          format: 'rate',
          before: 'previousPeriod.rates.containment',
        },
        { label: 'Satisfied', path: 'csat', format: 'rate', before: 'previousPeriod.csat' },
        {
          label: 'Median duration',
          path: 'medianDurationSeconds',
          format: 'seconds',
          before: 'previousPeriod.medianDurationSeconds',
        },
      ],
    },
    {
      kind: 'trend',
      title: 'Conversations by day',
      path: 'daily',
      at: 'date',
      series: [
        { label: 'Started', path: 'conversations' },
        { label: 'Completed', path: 'completed' },
        { label: 'Handed over', path: 'handovers' },
      ],
    },
    {
      kind: 'table',
      title: 'By status',
      path: 'totals.byStatus',
      columns: [
        { label: 'Status', path: 'name' },
        { label: 'Conversations', path: 'value', bar: true },
      ],
      empty: 'There were no conversations.',
    },
    {
      kind: 'table',
      title: 'By channel',
      path: 'totals.byChannel',
      columns: [
        { label: 'Channel', path: 'name' },
        { label: 'Conversations', path: 'value', bar: true },
      ],
      empty: 'There were no conversations.',
    },
  ],
});
