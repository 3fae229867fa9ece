import { engines, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FlowDesk, lineOf, message } from './support/flow-desk.ts';
import { flowPlugins } from './support/plugins.ts';

const nobodysVersion = 'ver_00000000000000000000000001';

describe.each(engines)('on %s', engine => {
  let now = Date.UTC(2026, 10, 22, 12);
  let bed: Testbed;
  let workspace: TestWorkspace;
  let desk: FlowDesk;

  beforeAll(async () => {
    bed = await testbed(flowPlugins(), { engine, clock: () => now });
  });
  afterAll(() => bed[Symbol.asyncDispose]());
  beforeEach(async () => {
    workspace = bed.workspace();
    desk = await FlowDesk.open(workspace);
  });

  describe('a new chatbot', () => {
    it('has a draft with one welcome-node, and nothing live', async () => {
      expect(await desk.get()).toEqual({
        chatbotId: desk.chatbotId,
        revision: 1,
        versionId: null,
        nodes: [
          {
            id: 'welcome',
            type: 'welcome-node',
            position: { x: 0, y: 0 },
            data: { type: 'welcome-node', text: expect.stringContaining('help') },
          },
        ],
        edges: [],
        nodeCount: 1,
        edgeCount: 0,
        publishable: true,
        counts: { errors: 0, warnings: expect.any(Number) },
        findings: expect.any(Array),
        publishedVersionId: null,
        updatedAt: new Date(now).toISOString(),
      });
      expect((await desk.versions()).pagination.total).toBe(0);
    });
  });

  describe('replacing the flow', () => {
    it('writes the draft and saves it as a version, and puts nothing live', async () => {
      now += 1000;
      const updated = await desk.update(lineOf('Hi!', 'Bye.'), { versionName: 'First' });
      expect(updated).toMatchObject({ chatbotId: desk.chatbotId, revision: 2, publishable: true });
      expect(updated.version).toEqual({
        id: expect.stringMatching(/^ver_[0-9a-z]{26}$/),
        number: 1,
        name: 'First',
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        nodeCount: 2,
        edgeCount: 1,
        published: false,
        publishedAt: null,
        createdAt: new Date(now).toISOString(),
        createdBy: 'test',
      });
      const flow = await desk.get();
      expect(flow).toMatchObject({ revision: 2, publishedVersionId: null, updatedAt: new Date(now).toISOString() });
      expect(flow.nodes.map(({ id }) => id)).toEqual(['welcome', 'm1']);
      expect(flow.edges).toEqual([{ id: 'welcome-m1', source: 'welcome', target: 'm1' }]);
    });

    it('reads the form of the live system, and writes one normal form', async () => {
      const choice = {
        id: 'ask',
        data: { type: 'yes-or-no-choice-node', choicePrompt: 'Sure?' },
        position: { x: 0, y: 0 },
      };
      await desk.update({
        elements: [
          {
            nodes: [...lineOf('Hi!', 'Great.', 'Pity.').nodes, choice],
            edges: [
              { id: 'a', source: 'welcome', target: 'ask', sourceHandle: null },
              { id: 'b', source: 'ask', target: 'm1', sourceHandle: 'true' },
              { id: 'c', source: 'ask', target: 'm2', sourceHandle: 'no' },
            ],
          },
        ],
      });
      const { nodes, edges } = await desk.get();
      expect(nodes.find(({ id }) => id === 'ask')).toMatchObject({
        type: 'yes-or-no-choice-node',
        data: { type: 'yes-or-no-choice-node' },
      });
      expect(edges).toEqual([
        { id: 'a', source: 'welcome', target: 'ask' },
        { id: 'b', source: 'ask', target: 'm1', sourceHandle: 'source-yes' },
        { id: 'c', source: 'ask', target: 'm2', sourceHandle: 'source-no' },
      ]);
    });

    it('changes nothing when the same flow comes again, under any order of keys', async () => {
      const first = await desk.update(lineOf('Hi!', 'Bye.'), { versionName: 'First' });
      const { nodes, edges } = lineOf('Hi!', 'Bye.');
      const reversed = { edges, nodes: nodes.map(node => Object.fromEntries(Object.entries(node).reverse())) };
      expect(await desk.update(reversed, { versionName: 'First' })).toEqual(first);
      expect((await desk.update(reversed)).version).toEqual(first.version);
      expect((await desk.versions()).pagination.total).toBe(1);
    });

    it('saves the same flow under another name as a version with the same hash', async () => {
      const first = await desk.update(lineOf('Hi!'), { versionName: 'First' });
      const second = await desk.update(lineOf('Hi!'), { versionName: 'Second' });
      expect(second.revision).toBe(first.revision);
      expect(second.version).toMatchObject({ number: 2, name: 'Second', contentHash: first.version.contentHash });
    });

    it('tells flows apart by anything that is stored, also by a position', async () => {
      const first = await desk.update(lineOf('Hi!'));
      const moved = lineOf('Hi!').nodes.map(node => ({ ...node, position: { x: 7, y: 0 } }));
      const second = await desk.update({ nodes: moved, edges: [] });
      expect(second.version.contentHash).not.toBe(first.version.contentHash);
      expect(second.version).toMatchObject({ number: 2, name: 'Version 2' });
    });

    it.each([
      ['no flow', { flow: {} }, 'invalid_argument', 'flow', /"nodes" and "edges"/],
      ['a flow that is a list', { flow: [] }, 'invalid_argument', 'flow', /object/],
      ['a flow that is a text', { flow: '{"nodes": []}' }, 'invalid_argument', 'flow', /object/],
      ['nodes that are no list', { flow: { nodes: {} } }, 'invalid_argument', 'flow', /lists/],
      ['a node without an id', { flow: { nodes: [{ type: 'x' }] } }, 'invalid_argument', 'flow.nodes.0.id', /id/],
      ['a node without a type', { flow: { nodes: [{ id: 'x' }] } }, 'invalid_argument', 'flow.nodes.0.type', /type/],
      [
        'an edge without a target',
        { flow: { nodes: [], edges: [{ source: 'a' }] } },
        'invalid_argument',
        'flow.edges.0.target',
        /id/,
      ],
      ['two graphs', { flow: { elements: [{}, {}] } }, 'invalid_argument', 'flow.elements', /one graph, not 2/],
      [
        '501 nodes',
        { flow: { nodes: Array.from({ length: 501 }, (_, index) => message(`n${index}`)) } },
        'limit_exceeded',
        'flow.nodes',
        /at most 500 nodes, not 501/,
      ],
      [
        '1,001 edges',
        { flow: { nodes: [], edges: Array.from({ length: 1001 }, () => ({ source: 'a', target: 'b' })) } },
        'limit_exceeded',
        'flow.edges',
        /at most 1000 edges, not 1001/,
      ],
      [
        'more than 256 KiB',
        { flow: { nodes: [message('a', 'x'.repeat(262_144))], edges: [] } },
        'limit_exceeded',
        'flow',
        /262144 bytes/,
      ],
      [
        'a name of 33 characters',
        { flow: lineOf('Hi!'), versionName: 'x'.repeat(33) },
        'invalid_argument',
        'versionName',
        /32/,
      ],
    ])('refuses %s, and says where', async (_what, args, error, path, message) => {
      const failure = await desk.refused('update_chatbot_flow', args);
      expect(failure).toMatchObject({ error, fix: expect.any(String) });
      expect(failure.message).toMatch(message);
      expect(failure.details?.[0]?.path).toBe(path);
      expect((await desk.get()).revision).toBe(1);
    });

    it('refuses data nested too deep, and text with NUL, and writes nothing', async () => {
      let deep: unknown = 1;
      for (let level = 0; level < 30; level++) deep = { deep };
      const node = { ...message('a'), data: { text: 'x', deep } };
      expect(await desk.refused('update_chatbot_flow', { flow: { nodes: [node], edges: [] } })).toMatchObject({
        error: 'limit_exceeded',
        message: expect.stringContaining('nested'),
      });
      expect(await desk.refused('update_chatbot_flow', { flow: lineOf('a\0b') })).toMatchObject({
        error: 'invalid_argument',
      });
      expect(await desk.get()).toMatchObject({ revision: 1, nodeCount: 1 });
    });

    it('takes a draft with errors, and says what to do about them', async () => {
      const updated = await desk.update({ nodes: [message('a')], edges: [{ source: 'a', target: 'gone' }] });
      expect(updated).toMatchObject({ publishable: false });
      expect(updated.counts.errors).toBeGreaterThanOrEqual(2);
      expect(updated.findings.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['NO_START', 'EDGE_TARGET_MISSING']),
      );
      expect(updated.findings.find(({ code }) => code === 'EDGE_TARGET_MISSING')?.pointer).toMatch(/^\/edges\/0/);
    });

    it('shows the errors first, 50 findings at most, and counts all', async () => {
      const nodes = Array.from({ length: 80 }, (_, index) => message(`n${index}`));
      const edges = nodes.map(({ id }) => ({ source: id, target: 'gone' }));
      const { findings, counts } = await desk.update({ nodes: [...lineOf('Hi!').nodes, ...nodes], edges });
      expect(findings.length).toBeLessThanOrEqual(50);
      expect(counts.errors).toBeGreaterThanOrEqual(80);
      expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
    });
  });

  describe('editing step by step', () => {
    it('adds nodes, connects them and removes them with their edges', async () => {
      const added = await desk.add(message('bye', 'Bye!', 140));
      expect(added).toMatchObject({ revision: 2, node: { id: 'bye', data: { text: 'Bye!', type: 'message-node' } } });
      expect(added.findings).toContainEqual(expect.objectContaining({ code: 'UNREACHABLE_NODE', nodeId: 'bye' }));
      const connected = await desk.connect({ source: 'welcome', target: 'bye', label: 'then' });
      expect(connected).toMatchObject({
        revision: 3,
        edge: { id: 'welcome-bye', source: 'welcome', target: 'bye', label: 'then' },
      });
      expect(connected.findings.map(({ code }) => code)).not.toContain('UNREACHABLE_NODE');
      expect(await desk.remove('bye')).toMatchObject({
        deleted: true,
        revision: 4,
        removedEdges: [{ id: 'welcome-bye', source: 'welcome', target: 'bye' }],
      });
      expect(await desk.get()).toMatchObject({ revision: 4, nodeCount: 1, edges: [] });
      expect((await desk.versions()).pagination.total).toBe(0);
    });

    it('refuses a node whose id is taken, and keeps the one that is there', async () => {
      await desk.add(message('a', 'First.'));
      expect(await desk.refused('add_flow_node', { node: message('a', 'Second.') })).toMatchObject({
        error: 'conflict',
        message: 'There is a node "a" already.',
        fix: expect.stringContaining('node.id'),
        details: [{ path: 'node.id' }],
      });
      expect((await desk.get()).nodes[1]?.data).toMatchObject({ text: 'First.' });
    });

    it.each(['id', 'type', 'data', 'position'])('wants the %s of a node', async field => {
      const { [field]: _left, ...rest } = message('a') as Record<string, unknown>;
      expect(await desk.refused('add_flow_node', { node: rest })).toMatchObject({
        error: 'invalid_argument',
        message: expect.stringContaining(`node.${field}`),
      });
    });

    it('keeps a node of a type that nobody knows, with a warning', async () => {
      const { findings, node } = await desk.add({ ...message('a'), type: 'mesage-node' });
      expect(node).toMatchObject({ type: 'mesage-node', data: { type: 'mesage-node' } });
      expect(findings).toContainEqual(
        expect.objectContaining({ severity: 'warning', code: 'UNKNOWN_NODE_TYPE', nodeId: 'a' }),
      );
    });

    it('names the node that was meant when none has the id', async () => {
      const failures = [
        await desk.refused('delete_flow_node', { nodeId: 'welcom' }),
        await desk.refused('connect_flow_nodes', { edge: { source: 'welcome', target: 'Wellcome' } }),
      ];
      for (const failure of failures) {
        expect(failure).toMatchObject({ error: 'not_found', fix: expect.stringContaining('Did you mean "welcome"?') });
      }
      expect(failures.map(({ details }) => details?.[0]?.path)).toEqual(['nodeId', 'edge.target']);
      const stranger = await desk.refused('delete_flow_node', { nodeId: 'something-else' });
      expect(stranger.fix).not.toContain('Did you mean');
      expect(stranger.fix).toContain('get_chatbot_flow');
    });

    it('draws an edge once, however often and in whatever words it is asked for', async () => {
      const ask = {
        id: 'ask',
        type: 'condition-node',
        data: { leftValue: 'a', rightValue: 'b' },
        position: { x: 0, y: 0 },
      };
      await desk.add(ask);
      await desk.add(message('yes'));
      const first = await desk.connect({ source: 'ask', target: 'yes', sourceHandle: 'true' });
      expect(first.edge).toEqual({ id: expect.any(String), source: 'ask', target: 'yes', sourceHandle: 'source-0' });
      const again = await desk.connect({ source: 'ask', target: 'yes', sourceHandle: 'source-0' });
      expect(again).toEqual(first);
      expect((await desk.connect({ source: 'ask', target: 'yes', sourceHandle: 'false' })).edge.sourceHandle).toBe(
        'source-1',
      );
      expect((await desk.get()).edgeCount).toBe(2);
    });

    it('takes a second way from one output as an error of the draft', async () => {
      await desk.add(message('a'));
      await desk.add(message('b'));
      await desk.connect({ source: 'welcome', target: 'a', id: 'one' });
      const { publishable, findings } = await desk.connect({ source: 'welcome', target: 'b' });
      expect(publishable).toBe(false);
      expect(findings.map(({ code }) => code)).toContain('DUPLICATE_HANDLE');
      expect(await desk.refused('connect_flow_nodes', { edge: { id: 'one', source: 'a', target: 'b' } })).toMatchObject(
        {
          error: 'conflict',
          details: [{ path: 'edge.id' }],
        },
      );
    });

    it('refuses the node after the 500th', async () => {
      await desk.update({ nodes: Array.from({ length: 500 }, (_, index) => message(`n${index}`, 'x')), edges: [] });
      expect(await desk.refused('add_flow_node', { node: message('one-more') })).toMatchObject({
        error: 'limit_exceeded',
        message: expect.stringContaining('at most 500 nodes'),
      });
    });
  });

  describe('expectedRevision', () => {
    it('lets the edit through that knows the draft, and refuses the one that does not', async () => {
      const { revision } = await desk.add(message('a'), { expectedRevision: 1 });
      expect(revision).toBe(2);
      const stale = { expectedRevision: 1 };
      const failures = [
        await desk.refused('add_flow_node', { node: message('b'), ...stale }),
        await desk.refused('connect_flow_nodes', { edge: { source: 'welcome', target: 'a' }, ...stale }),
        await desk.refused('delete_flow_node', { nodeId: 'a', ...stale }),
        await desk.refused('update_chatbot_flow', { flow: lineOf('Hi!'), ...stale }),
      ];
      for (const failure of failures) {
        expect(failure).toMatchObject({
          error: 'conflict',
          message: expect.stringContaining('at revision 2'),
          fix: expect.stringContaining('get_chatbot_flow'),
        });
      }
      expect(await desk.get()).toMatchObject({ revision: 2, nodeCount: 2, edgeCount: 0 });
      expect((await desk.versions()).pagination.total).toBe(0);
    });
  });

  describe('a long flow', () => {
    it('is read in parts of whole nodes with the edges that leave them, none lost and none twice', async () => {
      const nodes = Array.from({ length: 300 }, (_, index) => message(`n${index}`, 'x'.repeat(500)));
      const edges = nodes.slice(1).map(({ id }, index) => ({ source: `n${index}`, target: id }));
      await desk.update({ nodes, edges: [...edges, { source: 'gone', target: 'n0' }] });
      const parts = [await desk.get()];
      for (let part = parts[0]; part?.truncated === true; part = parts.at(-1)) {
        expect(JSON.stringify(part).length).toBeLessThan(80_000);
        expect(part.next).toContain('update_chatbot_flow would drop');
        parts.push(await desk.get({ fromNode: Number(/fromNode (\d+)/.exec(part.next ?? '')?.[1]) }));
      }
      expect(parts.length).toBeGreaterThan(2);
      expect(parts.flatMap(part => part.nodes.map(({ id }) => id))).toEqual(nodes.map(({ id }) => id));
      expect(new Set(parts.flatMap(part => part.edges.map(({ id }) => id))).size).toBe(300);
      expect(parts.flatMap(part => part.edges)).toHaveLength(300);
      expect(parts.every(part => part.nodeCount === 300 && part.edgeCount === 300)).toBe(true);
    });
  });

  describe('versions', () => {
    it('are listed newest first, by page and by cursor', async () => {
      for (const text of ['a', 'b', 'c', 'd', 'e']) await desk.update(lineOf(text), { versionName: text });
      const first = await desk.versions({ limit: 2 });
      expect(first.data.map(({ name, number }) => [name, number])).toEqual([
        ['e', 5],
        ['d', 4],
      ]);
      expect(first.pagination).toMatchObject({ total: 5, totalPages: 3, hasNextPage: true });
      const second = await desk.versions({ limit: 2, cursor: first.pagination.nextCursor });
      expect(second).toEqual(await desk.versions({ limit: 2, page: 2 }));
      expect(second.data.map(({ name }) => name)).toEqual(['c', 'b']);
      expect((await desk.versions({ limit: 2, page: 3 })).data.map(({ name }) => name)).toEqual(['a']);
    });

    it('never change', async () => {
      const { version } = await desk.update(lineOf('First.', 'Bye.'));
      const before = await desk.get({ versionId: version.id });
      expect(before).toMatchObject({ revision: null, versionId: version.id, updatedAt: version.createdAt });
      await desk.update(lineOf('Second.'));
      await desk.add(message('more'));
      await desk.remove('welcome');
      expect(await desk.get({ versionId: version.id })).toEqual(before);
      expect((await desk.versions()).data.at(-1)).toEqual(version);
    });

    it('of another chatbot are as missing as any', async () => {
      const { version } = await desk.update(lineOf('Hi!'));
      const other = await FlowDesk.open(workspace, 'Sales');
      for (const tool of ['get_chatbot_flow', 'publish_flow_version']) {
        const [foreign, missing] = [
          await other.refused(tool, { versionId: version.id }),
          await other.refused(tool, { versionId: nobodysVersion }),
        ];
        expect(missing).toMatchObject({ error: 'not_found', fix: expect.stringContaining('list_flow_versions') });
        expect(JSON.stringify(foreign)).toBe(JSON.stringify(missing).replaceAll(nobodysVersion, version.id));
      }
      expect((await other.versions()).pagination.total).toBe(0);
    });
  });

  describe('publishing', () => {
    const isLive = async () => (await workspace.call('get_chatbot', { chatbotId: desk.chatbotId })).publishedVersionId;

    it('puts a version live', async () => {
      const { version } = await desk.update(lineOf('Hi!', 'Bye.'));
      now += 1000;
      const published = await desk.publish(version.id);
      expect(published).toMatchObject({
        ...version,
        chatbotId: desk.chatbotId,
        published: true,
        publishedAt: new Date(now).toISOString(),
        publishable: true,
      });
      expect(await isLive()).toBe(version.id);
      expect(await desk.get()).toMatchObject({ publishedVersionId: version.id });
    });

    it('saves the draft as a version when none is named, once', async () => {
      await desk.add(message('bye'));
      await desk.connect({ source: 'welcome', target: 'bye' });
      const first = await desk.publish();
      expect(first).toMatchObject({ number: 1, name: 'Version 1', nodeCount: 2, published: true });
      now += 1000;
      expect(await desk.publish()).toEqual(first);
      expect((await desk.versions()).pagination.total).toBe(1);
    });

    it('goes back to an older version', async () => {
      const { version: first } = await desk.update(lineOf('First.'));
      const { version: second } = await desk.update(lineOf('Second.'));
      await desk.publish(second.id);
      await desk.publish(first.id);
      const { data } = await desk.versions();
      expect(data.map(({ id, published }) => [id, published])).toEqual([
        [second.id, false],
        [first.id, true],
      ]);
      expect(data.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
      expect((await desk.get()).nodes[0]?.data).toMatchObject({ text: 'Second.' });
    });

    it('refuses a flow with errors, names them, and changes nothing', async () => {
      const { version: good } = await desk.update(lineOf('Hi!'));
      await desk.publish(good.id);
      const { version: bad } = await desk.update({ nodes: [message('a')], edges: [{ source: 'a', target: 'gone' }] });
      await desk.add(message('b'));
      for (const args of [{ versionId: bad.id }, {}]) {
        const failure = await desk.refused('publish_flow_version', args);
        expect(failure).toMatchObject({ error: 'conflict', fix: expect.stringContaining('update_chatbot_flow') });
        expect(failure.message).toMatch(/\d+ errors/);
        expect(failure.details).toEqual(
          expect.arrayContaining([
            { path: expect.any(String), message: expect.stringMatching(/^NO_START: /) },
            { path: expect.stringMatching(/^\/edges\/0/), message: expect.stringMatching(/^EDGE_TARGET_MISSING: /) },
          ]),
        );
      }
      expect(await isLive()).toBe(good.id);
      expect((await desk.versions()).pagination.total).toBe(2);
    });

    it('needs the scope for it', async () => {
      const writer = bed.workspace({ scopes: ['read', 'write'] });
      const own = await FlowDesk.open(writer);
      await expect(own.publish()).rejects.toThrow(/lacks the scope .*publish/);
    });
  });

  describe('another workspace', () => {
    it('sees nothing of a flow', async () => {
      const { version } = await desk.update(lineOf('Hi!'));
      const stranger = new FlowDesk(bed.workspace(), desk.chatbotId);
      const calls: [string, object][] = [
        ['get_chatbot_flow', {}],
        ['get_chatbot_flow', { versionId: version.id }],
        ['update_chatbot_flow', { flow: lineOf('Mine!') }],
        ['add_flow_node', { node: message('mine') }],
        ['connect_flow_nodes', { edge: { source: 'welcome', target: 'welcome' } }],
        ['delete_flow_node', { nodeId: 'welcome' }],
        ['list_flow_versions', {}],
        ['publish_flow_version', { versionId: version.id }],
        ['publish_flow_version', {}],
      ];
      for (const [tool, args] of calls) {
        expect(await stranger.refused(tool, args), tool).toMatchObject({
          error: 'not_found',
          message: expect.stringContaining('chatbot'),
        });
      }
      const own = new FlowDesk(stranger.workspace, (await FlowDesk.open(stranger.workspace)).chatbotId);
      expect(await own.refused('get_chatbot_flow', { versionId: version.id })).toMatchObject({ error: 'not_found' });
      expect((await desk.get()).nodes).toHaveLength(1);
    });
  });
});
