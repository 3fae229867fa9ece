import { createView } from '@conferbot/views';

/** What `get_chatbot_analytics` answers, as charts. */
export const chatbotAnalyticsView = createView({
  title: 'Chatbot analytics',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: 'From', path: 'from', format: 'instant' },
        { label: 'Until', path: 'to', format: 'instant' },
        { label: 'Days', path: 'days' },
        { label: 'Time zone', path: 'timezone' },
        { label: 'May still move', path: 'provisional' },
      ],
    },
    {
      kind: 'tiles',
      title: 'Totals',
      tiles: [
        { label: 'Views', path: 'totals.views', before: 'previousPeriod.totals.views' },
        { label: 'Starts', path: 'totals.starts', before: 'previousPeriod.totals.starts' },
        { label: 'Responses', path: 'totals.responses', before: 'previousPeriod.totals.responses' },
        { label: 'Completions', path: 'totals.completions', before: 'previousPeriod.totals.completions' },
        { label: 'Median duration', path: 'durationSeconds.p50', format: 'seconds' },
      ],
    },
    {
      kind: 'tiles',
      title: 'Rates',
      tiles: [
        { label: 'Started', path: 'rates.startRate', format: 'rate', before: 'previousPeriod.rates.startRate' },
        { label: 'Answered', path: 'rates.responseRate', format: 'rate', before: 'previousPeriod.rates.responseRate' },
        {
          label: 'Completed',
          path: 'rates.completionRate',
          format: 'rate',
          before: 'previousPeriod.rates.completionRate',
        },
        {
          label: 'Broken off',
          path: 'rates.abandonmentRate',
          format: 'rate',
          before: 'previousPeriod.rates.abandonmentRate',
        },
        {
          label: 'Handed over',
          path: 'rates.handoverRate',
          format: 'rate',
          before: 'previousPeriod.rates.handoverRate',
        },
        {
          label: 'Without a person',
          path: 'rates.containmentRate',
          format: 'rate',
          before: 'previousPeriod.rates.containmentRate',
        },
        { label: 'Satisfied', path: 'rates.csat', format: 'rate', before: 'previousPeriod.rates.csat' },
      ],
    },
    {
      kind: 'trend',
      title: 'By day',
      path: 'daily',
      at: 'date',
      series: [
        { label: 'Views', path: 'views' },
        { label: 'Responses', path: 'responses' },
        { label: 'Completions', path: 'completions' },
      ],
    },
    {
      kind: 'table',
      title: 'Where visitors break off',
      path: 'topDropOffNodes',
      columns: [
        { label: 'Node', path: 'nodeId' },
        { label: 'Type', path: 'nodeType' },
        { label: 'Reached', path: 'reached' },
        { label: 'Went on', path: 'left' },
        { label: 'Broke off', path: 'dropOffRate', format: 'percent', bar: true },
      ],
      empty: 'Nobody broke off.',
    },
    {
      kind: 'table',
      title: 'By channel',
      path: 'channels',
      columns: [
        { label: 'Channel', path: 'channel' },
        { label: 'Views', path: 'views', bar: true },
        { label: 'Starts', path: 'starts' },
        { label: 'Responses', path: 'responses' },
        { label: 'Completions', path: 'completions' },
      ],
      empty: 'There were no conversations.',
    },
  ],
});
