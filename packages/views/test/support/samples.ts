import type { ViewDocument } from '../../src/index.ts';

/** A view with a block of each kind. */
export const everyBlock: ViewDocument = {
  title: 'Every block',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: 'From', path: 'from', format: 'instant' },
        { label: 'State', path: 'state', tones: { fine: 'good' } },
        { label: 'Never there', path: 'missing' },
      ],
    },
    { kind: 'notice', path: 'next' },
    {
      kind: 'tiles',
      title: 'Figures',
      tiles: [
        { label: 'Views', path: 'views', before: 'earlier.views' },
        { label: 'Completed', path: 'completion', format: 'rate' },
        { label: 'Duration', path: 'seconds', format: 'seconds' },
      ],
    },
    {
      kind: 'trend',
      title: 'By day',
      path: 'daily',
      at: 'date',
      series: [
        { label: 'Started', path: 'started' },
        { label: 'Completed', path: 'completed' },
      ],
    },
    {
      kind: 'table',
      title: 'By channel',
      path: 'channels',
      columns: [
        { label: 'Channel', path: 'name' },
        { label: 'Conversations', path: 'value', bar: true },
      ],
      empty: 'None.',
    },
    {
      kind: 'timeline',
      title: 'Attempts',
      path: 'attempts',
      at: ['attemptedAt', 'queuedAt'],
      status: 'status',
      tones: { sent: 'good', lost: 'bad' },
    },
    {
      kind: 'records',
      title: 'Log',
      path: 'attempts',
      heading: 'event',
      status: 'status',
      tones: { sent: 'good', lost: 'bad' },
      facts: [{ label: 'Took', path: 'durationMs', format: 'milliseconds' }],
      details: [{ label: 'What was sent', path: 'body' }],
      empty: 'None.',
    },
    { kind: 'graph', title: 'Graph', nodes: 'nodes', edges: 'edges', findings: 'findings', text: ['data.text'] },
  ],
};

/** A result for it, with `text` wherever authors and visitors can write. */
export function someResult(text = 'some text') {
  return {
    from: '2026-11-01T00:00:00.000Z',
    state: 'fine',
    next: `More: ${text}`,
    views: 1234,
    earlier: { views: 1000 },
    completion: { value: 0.45, numerator: 9, denominator: 20, n: 30, lowSample: true },
    seconds: 75,
    daily: Array.from({ length: 30 }, (_, index) => ({
      date: `2026-11-${String(index + 1).padStart(2, '0')}`,
      started: index * 2,
      completed: index,
    })),
    channels: { web: 30, [text]: 15 },
    attempts: [
      {
        event: text,
        status: 'sent',
        queuedAt: '2026-11-20T09:59:00.000Z',
        attemptedAt: '2026-11-20T10:00:00.000Z',
        durationMs: 120,
        body: text,
      },
      { event: 'ping', status: 'lost', queuedAt: '2026-11-20T11:00:00.000Z', attemptedAt: null, body: '{}' },
      { event: 'ping', status: text, queuedAt: 'never', attemptedAt: null, durationMs: null, body: null },
    ],
    nodes: [
      { id: 'start', type: 'welcome-node', position: { x: 0, y: 0 }, data: { text } },
      { id: 'ask', type: 'choice-node', position: { x: 300, y: 0 }, data: { text: 'Which one?' } },
      { id: text, type: text, position: { x: 600, y: 120 }, data: { text } },
    ],
    edges: [
      { id: 'e1', source: 'start', target: 'ask' },
      { id: 'e2', source: 'ask', target: text, sourceHandle: 'option-1' },
      { id: 'e3', source: 'ask', target: 'nowhere', label: text },
    ],
    findings: [
      { severity: 'error', code: 'X', message: `Mend this: ${text}`, nodeId: 'ask' },
      { severity: 'warning', code: 'Y', message: 'Look at this.', nodeId: 'ask' },
    ],
  };
}

export type SomeResult = ReturnType<typeof someResult>;

/** A result as `tools/call` answers it. */
export function answered(value: object) {
  return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value };
}
