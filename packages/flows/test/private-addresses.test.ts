import { testbed } from '@conferbot/testing';
import { expect, it } from 'vitest';
import { FlowDesk, lineOf } from './support/flow-desk.ts';
import { flowPlugins } from './support/plugins.ts';

const hook = {
  id: 'hook',
  type: 'webhook-node',
  data: { url: 'http://127.0.0.1:8080/lead', method: 'POST' },
  position: { x: 0, y: 140 },
};
const flow = { nodes: [...lineOf('Hi!').nodes, hook], edges: [{ source: 'welcome', target: 'hook' }] };

it('a flow that calls a private address is published only where that is allowed', async () => {
  await using strict = await testbed(flowPlugins());
  const refused = await FlowDesk.open(strict.workspace());
  expect((await refused.update(flow)).findings.map(({ code }) => code)).toContain('PRIVATE_URL');
  expect(await refused.refused('publish_flow_version', {})).toMatchObject({ error: 'conflict' });

  await using lenient = await testbed(flowPlugins({ allowPrivateUrls: true }));
  const allowed = await FlowDesk.open(lenient.workspace());
  expect(await allowed.update(flow)).toMatchObject({ publishable: true });
  expect(await allowed.publish()).toMatchObject({ published: true });
});
