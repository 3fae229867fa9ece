import { type Exploration, explore, parseGraph } from '@conferbot/flow-engine';
import { testbed } from '@conferbot/testing';
import { expect, it } from 'vitest';
import { FlowDesk } from './support/flow-desk.ts';
import { flowPlugins } from './support/plugins.ts';

const choices = (...ids: string[]) => ids.map(id => ({ id, choiceText: `The ${id} one` }));

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(dayName => ({
  dayName,
  slots: [{ start: '09:00', end: '17:00' }],
}));

/** A bot of 30 nodes that sorts its visitors: id, type, data. */
const nodes: readonly (readonly [string, string, object])[] = [
  ['consent', 'message-node', { text: 'We keep your details to answer you, see example.com/privacy.' }],
  ['name', 'ask-name-node', { questionText: 'Who are you?', answerVariable: 'name' }],
  [
    'topic',
    'n-choices-node',
    { choicePrompt: 'What is it about, {{name}}?', choices: choices('sales', 'help', 'else') },
  ],
  ['email', 'ask-email-node', { questionText: 'Where can we write to?', answerVariable: 'email' }],
  ['size', 'n-choices-node', { choicePrompt: 'How large is your team?', choices: choices('small', 'large') }],
  ['small', 'message-node', { text: 'Small teams start at once.' }],
  ['large', 'message-node', { text: 'Large teams get a person of their own.' }],
  ['budget', 'ask-number-node', { questionText: 'What is your budget?', answerVariable: 'budget' }],
  ['rich', 'condition-node', { leftValue: '{{budget}}', operator: '>=', rightValue: '1000', isNumber: true }],
  ['demo', 'message-node', { text: 'Let us show you everything.' }],
  ['trial', 'message-node', { text: 'Try it for free.' }],
  ['sold', 'message-node', { text: 'We write to {{email}}.' }],
  ['urgent', 'yes-or-no-choice-node', { choicePrompt: 'Is it urgent?' }],
  ['phone', 'ask-phone-number-node', { questionText: 'Your number?', answerVariable: 'phone' }],
  ['call', 'message-node', { text: 'We call {{phone}}.' }],
  ['problem', 'ask-custom-question-node', { questionText: 'What happens?', answerVariable: 'problem' }],
  ['page', 'ask-url-node', { questionText: 'On which page?', answerVariable: 'page' }],
  ['noted', 'message-node', { text: 'Noted: {{problem}} on {{page}}.' }],
  ['helped', 'yes-or-no-choice-node', { choicePrompt: 'Was that all?' }],
  ['rating', 'rating-choice-node', { choicePrompt: 'How did we do?', ratingType: '5' }],
  ['sorry', 'message-node', { text: 'We are sorry.' }],
  ['why', 'ask-custom-question-node', { questionText: 'What was missing?', answerVariable: 'missing' }],
  ['thanks', 'message-node', { text: 'Thank you!' }],
  ['idea', 'ask-custom-question-node', { questionText: 'Tell us.', answerVariable: 'idea' }],
  ['score', 'opinion-scale-choice-node', { choicePrompt: 'Would you recommend us?' }],
  ['open', 'business-hours-node', { timezone: 'UTC', weeklyHours: weekdays }],
  ['human', 'human-handover-node', {}],
  ['later', 'message-node', { text: 'We are back in the morning.' }],
  ['bye', 'message-node', { text: 'Goodbye, {{name}}.' }],
];

/** source, output, target */
const edges: readonly (readonly [string, string | null, string])[] = [
  ['welcome', null, 'consent'],
  ['consent', null, 'name'],
  ['name', null, 'topic'],
  ['topic', 'sales', 'email'],
  ['topic', 'source-help', 'urgent'],
  ['topic', 'else', 'idea'],
  ['email', null, 'size'],
  ['size', 'source-small', 'small'],
  ['size', 'large', 'large'],
  ['small', null, 'budget'],
  ['large', null, 'budget'],
  ['budget', null, 'rich'],
  ['rich', 'true', 'demo'],
  ['rich', 'no', 'trial'],
  ['demo', null, 'sold'],
  ['trial', null, 'sold'],
  ['sold', null, 'bye'],
  ['urgent', 'yes', 'phone'],
  ['urgent', 'false', 'problem'],
  ['phone', null, 'call'],
  ['call', null, 'open'],
  ['open', 'open', 'human'],
  ['open', 'closed', 'later'],
  ['later', null, 'helped'],
  ['problem', null, 'page'],
  ['page', null, 'noted'],
  ['noted', null, 'helped'],
  ['helped', 'yes', 'rating'],
  ['helped', 'no', 'topic'],
  ['rating', 'source-0', 'sorry'],
  ['rating', 'source-1', 'sorry'],
  ['rating', 'source-2', 'why'],
  ['rating', 'source-3', 'thanks'],
  ['rating', 'source-4', 'thanks'],
  ['sorry', null, 'why'],
  ['why', null, 'bye'],
  ['thanks', null, 'score'],
  ['score', null, 'bye'],
  ['idea', null, 'score'],
];

it('a bot of 30 nodes is built by calls of tools alone, published, and gone through by every edge', async () => {
  await using bed = await testbed(flowPlugins());
  const desk = await FlowDesk.open(bed.workspace());
  for (const [index, [id, type, data]] of nodes.entries()) {
    await desk.add({ id, type, data, position: { x: 0, y: (index + 1) * 140 } });
  }
  for (const [source, sourceHandle, target] of edges) {
    await desk.connect({ source, target, ...(sourceHandle !== null && { sourceHandle }) });
  }
  const published = await desk.publish();
  expect(published).toMatchObject({ nodeCount: 30, published: true, publishable: true, counts: { errors: 0 } });
  const live = await desk.get({ versionId: published.id });
  const { coverage, outcomes }: Exploration = explore(parseGraph(live), { visitors: 200 });
  expect(coverage.edges).toEqual({ covered: edges.length, total: edges.length });
  expect(coverage.nodes).toEqual({ covered: 30, total: 30 });
  expect(outcomes.failed).toBeUndefined();
});
