import { engines, testbed } from '@conferbot/testing';
import { describe, expect, it } from 'vitest';
import { FlowDesk, message } from './support/flow-desk.ts';
import { flowPlugins } from './support/plugins.ts';

describe.each(engines)('edits at the same time on %s', engine => {
  it('are all there in the end: 50 nodes, 50 revisions', async () => {
    await using bed = await testbed(flowPlugins(), { engine });
    const desk = await FlowDesk.open(bed.workspace());
    const { chatbotId } = desk;
    const ids = Array.from({ length: 49 }, (_, index) => `node-${index}`);
    const clients = Array.from({ length: 7 }, () => new FlowDesk(desk.workspace.through({}), chatbotId));
    const added = await Promise.all(
      ids.map((id, index) => (clients[index % 7] as FlowDesk).add(message(id)).then(({ revision }) => revision)),
    );
    expect(added.sort((a, b) => a - b)).toEqual(ids.map((_, index) => index + 2));
    const flow = await desk.get();
    expect(flow).toMatchObject({ revision: 50, nodeCount: 50 });
    expect(flow.nodes.map(({ id }) => id).sort()).toEqual(['welcome', ...ids].sort());
  });

  it('that want the same id, or know the same revision, end with one of them', async () => {
    await using bed = await testbed(flowPlugins(), { engine });
    const desk = await FlowDesk.open(bed.workspace());
    const outcomes = async (calls: Promise<unknown>[]) => {
      const settled = await Promise.allSettled(calls);
      return settled.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(await outcomes(Array.from({ length: 8 }, (_, index) => desk.add(message('same', `${index}`))))).toBe(1);
    const { revision } = await desk.get();
    expect(revision).toBe(2);
    const calls = Array.from({ length: 8 }, (_, index) => desk.add(message(`own-${index}`), { expectedRevision: 2 }));
    expect(await outcomes(calls)).toBe(1);
    expect((await desk.get()).nodeCount).toBe(3);
  });

  it('and versions saved meanwhile have numbers of their own and whole flows', async () => {
    await using bed = await testbed(flowPlugins(), { engine });
    const desk = await FlowDesk.open(bed.workspace());
    await Promise.all([
      ...Array.from({ length: 6 }, (_, index) => desk.add(message(`node-${index}`))),
      ...Array.from({ length: 6 }, () => desk.publish()),
    ]);
    const { data } = await desk.versions();
    expect(data.map(({ number }) => number)).toEqual(data.map((_, index) => data.length - index));
    expect(data.filter(({ published }) => published)).toHaveLength(1);
    for (const { id, nodeCount } of data) expect((await desk.get({ versionId: id })).nodes).toHaveLength(nodeCount);
  });
});
