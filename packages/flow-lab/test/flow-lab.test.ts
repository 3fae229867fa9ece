import { chatbots } from '@conferbot/chatbots';
import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { flowLab } from '../src/index.ts';
import { flowsOfTests } from './bed.ts';
import { edges, nodes, operations } from './order-desk.ts';

interface Flow {
  readonly revision: number;
  readonly nodes: readonly { readonly id: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly edges: readonly object[];
}

let bed: Testbed;
let workspace: TestWorkspace;
let chatbotId: string;

beforeAll(async () => {
  bed = await testbed([chatbots(), flowsOfTests(), flowLab()]);
});
afterAll(() => bed[Symbol.asyncDispose]());
beforeEach(async () => {
  workspace = bed.workspace();
  chatbotId = await newChatbot();
});

async function newChatbot(): Promise<string> {
  return (await workspace.call<{ id: string }>('create_chatbot', { name: 'Orders' })).id;
}

const flowOf = (id: string) => workspace.call<Flow>('get_chatbot_flow', { chatbotId: id });
const patch = (edits: readonly object[], more: object = {}) =>
  workspace.call('apply_flow_patch', { chatbotId, operations: edits, ...more });
const say = (id: string, text: string) => ({ op: 'add_node', node: { id, type: 'message-node', data: { text } } });

async function saveVersion(): Promise<string> {
  const { nodes: all, edges: between } = await flowOf(chatbotId);
  const { version } = await workspace.call<{ version: { id: string } }>('update_chatbot_flow', {
    chatbotId,
    flow: { nodes: all, edges: between },
  });
  return version.id;
}

describe('a batch of edits', () => {
  it('of 30 nodes makes the flow that the same steps make one by one', { timeout: 60_000 }, async () => {
    const answer = await patch(operations, { expectedRevision: 1 });
    expect(answer).toMatchObject({ revision: 2, written: true, counts: { errors: 0 } });
    const stepwise = await newChatbot();
    for (const node of nodes) await workspace.call('add_flow_node', { chatbotId: stepwise, node });
    for (const edge of edges) await workspace.call('connect_flow_nodes', { chatbotId: stepwise, edge });
    const [atOnce, byAndBy] = [await flowOf(chatbotId), await flowOf(stepwise)];
    expect(atOnce.nodes).toHaveLength(30);
    expect([atOnce.nodes, atOnce.edges]).toEqual([byAndBy.nodes, byAndBy.edges]);
  });

  it('is written not at all when one does not fit, and says which', async () => {
    const before = await flowOf(chatbotId);
    const refusal = await workspace.refused('apply_flow_patch', {
      chatbotId,
      operations: [say('a', 'A'), say('b', 'B'), { op: 'connect', edge: { source: 'a', target: 'c' } }],
    });
    expect(refusal).toMatchObject({ error: 'not_found', details: [{ path: 'operations.2.edge.target' }] });
    expect(refusal.message).toMatch(/^Operation 2 \(connect\) .*nothing was changed.*"c"/);
    expect(await flowOf(chatbotId)).toEqual(before);
  });

  it.each([
    [{ op: 'add_node' }, 'operations.0.node'],
    [{ op: 'delete_node', nodeId: 'welcome', edgeId: 'e' }, 'operations.0.edgeId'],
  ])('refuses %j', async (operation, path) => {
    const refusal = await workspace.refused('apply_flow_patch', { chatbotId, operations: [operation] });
    expect(refusal).toMatchObject({ error: 'invalid_argument', details: [{ path }] });
  });

  it('that is only rehearsed tells what would be, and writes nothing', async () => {
    const before = await flowOf(chatbotId);
    const edits = [say('bye', 'Goodbye!'), { op: 'connect', edge: { source: 'welcome', target: 'bye' } }];
    const rehearsed = await patch(edits, { dryRun: true });
    expect(rehearsed).toMatchObject({ revision: 1, written: false, publishable: true });
    expect(await flowOf(chatbotId)).toEqual(before);
    const { changes, findings } = await patch(edits);
    expect([changes, findings]).toEqual([rehearsed.changes, rehearsed.findings]);
  });

  it('copies no secret, and says so when it is rehearsed too', async () => {
    await patch(operations);
    const data = { url: 'https://other.example.com', authentication: { type: 'bearer', token: '••••4711' } };
    const copy = [{ op: 'add_node', node: { id: 'copy', type: 'webhook-node', data } }];
    const missing = expect.arrayContaining([expect.objectContaining({ code: 'SECRET_MISSING', nodeId: 'copy' })]);
    expect(await patch(copy, { dryRun: true })).toMatchObject({ findings: missing });
    expect(await patch(copy)).toMatchObject({ findings: missing });
  });

  it('is refused when somebody else was faster, rehearsed or not', async () => {
    await patch([say('a', 'A')]);
    for (const dryRun of [true, false]) {
      const args = { chatbotId, operations: [say('b', 'B')], expectedRevision: 1, dryRun };
      expect(await workspace.refused('apply_flow_patch', args)).toMatchObject({ error: 'conflict' });
    }
    expect((await flowOf(chatbotId)).nodes.map(({ id }) => id)).not.toContain('b');
  });

  it('changes single fields, removes edges and nodes, and keeps secrets that it does not name', async () => {
    await patch(operations);
    await patch([
      { op: 'update_node', nodeId: 'look-up', data: { method: 'POST', answerVariable: null } },
      { op: 'disconnect', edgeId: 'pause-next' },
      { op: 'delete_node', nodeId: 'thanks' },
    ]);
    const { nodes: left, edges: between } = await flowOf(chatbotId);
    const { data } = left.find(({ id }) => id === 'look-up') ?? {};
    expect(data).toMatchObject({ method: 'POST', authentication: { token: '••••4711' } });
    expect(data).not.toHaveProperty('answerVariable');
    expect(left).toHaveLength(29);
    expect(between).toHaveLength(edges.length - 2);
  });
});

describe('validating', () => {
  const broken = {
    nodes: [
      { id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } },
      { id: 'bye', type: 'message-node', data: { text: 'Goodbye!' } },
    ],
    edges: [
      { id: 'e1', source: 'welcome', target: 'bye' },
      { id: 'e2', source: 'bye', target: 'gone' },
    ],
  };

  it('tells what is wrong with a flow that is stored nowhere', async () => {
    const answer = await workspace.call('validate_flow', { flow: broken });
    expect(answer).toMatchObject({
      publishable: false,
      counts: { errors: 1, warnings: 0 },
      findings: [{ severity: 'error', code: 'EDGE_TARGET_MISSING', edgeId: 'e2' }],
    });
    expect(answer).not.toHaveProperty('fixes');
  });

  it('gives the operations that mend what is mechanical, as apply_flow_patch takes them', async () => {
    await workspace.call('update_chatbot_flow', { chatbotId, flow: broken });
    const { fixes } = await workspace.call<{ fixes: { operations: object[]; counts: object } }>('validate_flow', {
      chatbotId,
      applyFixes: true,
    });
    expect(fixes.counts).toEqual({ errors: 0, warnings: 0 });
    expect((await flowOf(chatbotId)).edges).toHaveLength(2);
    expect(await patch(fixes.operations)).toMatchObject({ publishable: true, findings: [] });
  });

  it('looks at the version that is meant, not at the draft', async () => {
    const versionId = await saveVersion();
    await patch([say('island', 'Nobody comes here.')]);
    expect(await workspace.call('validate_flow', { versionId })).toMatchObject({ findings: [] });
    expect(await workspace.call('validate_flow', { chatbotId, versionId })).toMatchObject({ findings: [] });
    expect(await workspace.call('validate_flow', { chatbotId })).toMatchObject({
      findings: [{ code: 'UNREACHABLE_NODE', nodeId: 'island' }],
    });
  });

  it('takes a flow where the endpoint is bound to a chatbot, too', async () => {
    const boundChatbot = chatbotIdType.decode(chatbotId) ?? '';
    const bound = workspace.through({ bound: true }, { boundChatbot });
    expect(await bound.call('validate_flow', { flow: broken })).toMatchObject({ revision: null, publishable: false });
    expect(await bound.call('validate_flow')).toMatchObject({ revision: 1, publishable: true });
  });

  it.each([
    ['nothing', {}, ''],
    ['what is no flow', { flow: { nodes: 'none' } }, 'flow'],
  ])('refuses %s', async (_what, args, path) => {
    const refusal = await workspace.refused('validate_flow', args);
    expect(refusal).toMatchObject({ error: 'invalid_argument', details: [{ path }] });
  });

  it('refuses a version of another chatbot', async () => {
    const versionId = await saveVersion();
    const other = await newChatbot();
    expect(await workspace.refused('validate_flow', { chatbotId: other, versionId })).toMatchObject({
      error: 'not_found',
    });
  });
});

describe('simulating', () => {
  const order = { inputs: [{ text: 'Ann' }, { choiceId: 'order' }, { text: 'HP-7' }] };

  it('shows what a visitor would see, and what would have been done', async () => {
    await patch(operations);
    const mocks = { 'look-up': { ok: true, value: { status: 200, body: 'sent' } } };
    const answer = await workspace.call('simulate_flow', { chatbotId, ...order, mocks });
    expect(answer).toMatchObject({
      status: 'active',
      path: ['welcome', 'name', 'topic', 'order-number', 'is-number', 'look-up', 'status', 'enough'],
      variables: { name: 'Ann', topic: 'An order', order: 'HP-7' },
      input: { nodeId: 'enough', kind: 'choice' },
      coverage: { nodes: { covered: 8, total: 30 } },
      unusedInputs: [],
      effects: [{ nodeId: 'look-up', awaited: true, request: { kind: 'http', method: 'GET' }, result: { ok: true } }],
    });
    expect(answer.transcript).toContainEqual({ from: 'visitor', text: 'An order' });
    expect(answer.transcript).toContainEqual(expect.objectContaining({ text: 'Your order HP-7 is on its way.' }));
    expect(JSON.stringify(answer)).not.toContain('order-desk-token');
  });

  it('masks the secrets of a flow that is stored nowhere', async () => {
    const whole = { nodes: [{ id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } }, ...nodes], edges };
    const answer = await workspace.call<{ effects: object[] }>('simulate_flow', { flow: whole, ...order });
    expect(answer.effects).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain('order-desk-token');
  });

  it('is the same each time, and draws otherwise with another seed', async () => {
    await patch(operations);
    const inputs = [{ text: 'Ann' }, { choiceId: 'other' }, { text: 'Why?' }, { text: 'ann@example.com' }];
    const path = async (seed: number) => {
      const answer = await workspace.call<{ path: string[] }>('simulate_flow', { chatbotId, inputs, seed });
      return answer.path.join();
    };
    expect(await path(1)).toBe(await path(1));
    const paths = new Set(await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(path)));
    expect(paths.size).toBe(2);
  });

  it('starts at the time of its clock, with what is known of the visitor', async () => {
    await patch([{ op: 'update_node', nodeId: 'welcome', data: { text: 'Hi {{visitor.name}}, it is {{now}}.' } }]);
    const clock = '2027-01-02T03:04:00.000Z';
    const answer = await workspace.call('simulate_flow', { chatbotId, clock, trigger: { visitor: { name: 'Ann' } } });
    expect(answer.transcript).toMatchObject([{ text: expect.stringMatching(/^Hi Ann, it is 2027.01.02/) }]);
  });

  it('tells which inputs did not fit', async () => {
    const inputs = [{ text: 'nobody asked' }];
    expect(await workspace.call('simulate_flow', { chatbotId, inputs })).toMatchObject({
      status: 'completed',
      unusedInputs: inputs,
    });
  });

  it('keeps its answer short, and says what it left off', async () => {
    const wall = 'word '.repeat(1_900);
    const walls = Array.from({ length: 9 }, (_, index) => say(`wall-${index}`, wall));
    const ways = walls.map((_, index) => ({
      op: 'connect',
      edge: { source: index === 0 ? 'welcome' : `wall-${index - 1}`, target: `wall-${index}` },
    }));
    await patch([...walls, ...ways]);
    const answer = await workspace.call<{ transcript: object[] }>('simulate_flow', { chatbotId });
    expect(answer).toMatchObject({ truncated: true, next: expect.stringContaining('transcript') });
    expect(answer.transcript.length).toBeGreaterThan(1);
    expect(JSON.stringify(answer).length).toBeLessThan(60_000);
  });

  it.each([
    [{ inputs: [{ text: 'a', choiceId: 'b' }] }],
    [{ clock: 'tomorrow' }],
    [{ inputs: Array.from({ length: 201 }, () => ({ text: 'a' })) }],
  ])('refuses what cannot be played', async script => {
    expect(await workspace.refused('simulate_flow', { chatbotId, ...script })).toMatchObject({
      error: 'invalid_argument',
    });
  });
});

describe('exploring', () => {
  it('goes every way of the order desk', async () => {
    await patch(operations);
    const answer = await workspace.call('explore_flow', { chatbotId, visitors: 100 });
    expect(answer).toMatchObject({
      visitors: 100,
      coverage: {
        nodes: { covered: 30, total: 30 },
        edges: { covered: edges.length, total: edges.length },
        handles: { missing: [] },
      },
      failures: [],
    });
  });

  it('finds failures, with a script that simulate_flow fails with too', async () => {
    await patch([
      say('a', 'A'),
      say('b', 'B'),
      { op: 'connect', edge: { source: 'welcome', target: 'a' } },
      { op: 'connect', edge: { source: 'a', target: 'b' } },
      { op: 'connect', edge: { source: 'b', target: 'a' } },
    ]);
    const { failures } = await workspace.call<{ failures: { code: string; script: object }[] }>('explore_flow', {
      chatbotId,
      visitors: 3,
    });
    expect(failures).toMatchObject([{ code: expect.stringMatching(/BUDGET$/), count: 3 }]);
    const replayed = await workspace.call('simulate_flow', { chatbotId, ...failures[0]?.script });
    expect(replayed).toMatchObject({ status: 'failed', failure: { code: failures[0]?.code } });
  });
});

describe('versions', () => {
  it('are read whole, with secrets masked, and in parts where they are long', async () => {
    await patch(operations);
    const versionId = await saveVersion();
    const version = await workspace.call<Flow & { id: string }>('get_flow_version', { chatbotId, versionId });
    expect(version).toMatchObject({ id: versionId, chatbotId, number: 1, nodeCount: 30, published: false });
    expect(version.nodes).toHaveLength(30);
    expect(version.edges).toHaveLength(edges.length);
    expect(JSON.stringify(version)).toContain('••••4711');
    await patch(Array.from({ length: 20 }, (_, index) => say(`long-${index}`, 'word '.repeat(1_500))));
    const { id } = await workspace.call<{ id: string }>('publish_flow_version', { chatbotId });
    const long = { chatbotId, versionId: id };
    const first = await workspace.call<Flow>('get_flow_version', long);
    expect(first).toMatchObject({ truncated: true, next: expect.stringContaining(`fromNode ${first.nodes.length}`) });
    const second = await workspace.call<Flow>('get_flow_version', { ...long, fromNode: first.nodes.length });
    const third = await workspace.call<Flow>('get_flow_version', {
      ...long,
      fromNode: first.nodes.length + second.nodes.length,
    });
    const parts = [first, second, third].flatMap(part => part.nodes.map(({ id }) => id));
    expect(new Set(parts).size).toBe(50);
  });

  it('become the draft again, with their own secrets, and leave other versions as they are', async () => {
    await patch(operations);
    const first = await saveVersion();
    const edit = { authentication: { token: 'another-token-0815' } };
    await patch([
      { op: 'update_node', nodeId: 'look-up', data: edit },
      { op: 'delete_node', nodeId: 'thanks' },
    ]);
    const second = await saveVersion();
    const { revision } = await flowOf(chatbotId);
    const restored = await workspace.call('restore_flow_version', { chatbotId, versionId: first });
    expect(restored).toMatchObject({ revision: revision + 1, versionId: first, counts: { errors: 0 } });
    const draft = await flowOf(chatbotId);
    expect(draft.nodes).toHaveLength(30);
    expect(draft.nodes.find(({ id }) => id === 'look-up')?.data).toMatchObject({
      authentication: { token: '••••4711' },
    });
    expect(await workspace.call('restore_flow_version', { chatbotId, versionId: first })).toMatchObject({
      revision: revision + 1,
    });
    const untouched = await workspace.call<Flow>('get_flow_version', { chatbotId, versionId: second });
    expect(untouched.nodes).toHaveLength(29);
    const stale = { chatbotId, versionId: second, expectedRevision: 1 };
    expect(await workspace.refused('restore_flow_version', stale)).toMatchObject({ error: 'conflict' });
  });

  it('are compared with each other, and with the draft', async () => {
    const before = await saveVersion();
    await patch([say('bye', 'Goodbye!'), { op: 'connect', edge: { source: 'welcome', target: 'bye' } }]);
    const after = await saveVersion();
    const compare = (args: object) => workspace.call('diff_flow_versions', { chatbotId, ...args });
    const change = await compare({ fromVersionId: before, toVersionId: after });
    expect(JSON.stringify(change.changes)).toContain('bye');
    expect(await compare({ fromVersionId: before })).toMatchObject({ changes: change.changes });
    expect(await compare({ fromVersionId: after })).toMatchObject({ same: true, changes: [] });
  });
});

describe('node types', () => {
  it('are listed with a line each, and described one by one', async () => {
    const { nodeTypes } = await workspace.call<{ nodeTypes: { type: string }[] }>('describe_node_type');
    expect(nodeTypes).toHaveLength(59);
    const { nodeType } = await workspace.call<{ nodeType: object }>('describe_node_type', { type: 'ask-email-node' });
    expect(nodeType).toMatchObject({ type: 'ask-email-node', example: { questionText: expect.any(String) } });
  });

  it('that do not exist are answered with the nearest that does', async () => {
    const refusal = await workspace.refused('describe_node_type', { type: 'ask-mail-node' });
    expect(refusal).toMatchObject({ error: 'not_found', fix: expect.stringContaining('ask-email-node') });
  });
});
