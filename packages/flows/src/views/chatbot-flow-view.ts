import { createView } from '@conferbot/views';

/** What `get_chatbot_flow` answers, as a graph to look at. */
export const chatbotFlowView = createView({
  title: 'Chatbot flow',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: 'Draft, revision', path: 'revision' },
        { label: 'Version', path: 'versionId' },
        { label: 'Nodes', path: 'nodeCount' },
        { label: 'Edges', path: 'edgeCount' },
        { label: 'Errors', path: 'counts.errors' },
        { label: 'Warnings', path: 'counts.warnings' },
        { label: 'Can be published', path: 'publishable' },
        { label: 'Live version', path: 'publishedVersionId' },
        { label: 'Changed', path: 'updatedAt', format: 'instant' },
      ],
    },
    { kind: 'notice', path: 'next' },
    {
      kind: 'graph',
      title: 'Graph',
      nodes: 'nodes',
      edges: 'edges',
      findings: 'findings',
      text: [
        'data.questionText',
        'data.text',
        'data.message',
        'data.caption',
        'data.title',
        'data.fileName',
        'data.url',
        'data.html',
      ],
    },
    {
      kind: 'table',
      title: 'Findings',
      path: 'findings',
      columns: [
        { label: 'Kind', path: 'code' },
        { label: 'Severity', path: 'severity', tones: { error: 'bad', warning: 'warning' } },
        { label: 'Node', path: 'nodeId' },
        { label: 'What to do', path: 'message' },
      ],
      empty: 'Nothing is wrong.',
    },
  ],
});
