import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Hosted, loadConfig, startHosted } from '../src/index.ts';
import { fixturePlugin } from './conformance/fixture-plugin.ts';
import { type KeyFront, keyFront } from './conformance/key-front.ts';
import { type Revision, requiredScenarios, runSuite } from './conformance/run-suite.ts';

const oneRun = 120_000;

/** What each revision requires of a server, and what of it only a server with sessions could do. */
const revisions: readonly { revision: Revision; required: number; impossible: readonly string[] }[] = [
  { revision: '2026-07-28', required: 37, impossible: [] },
  {
    revision: '2025-11-25',
    required: 30,
    impossible: [
      'tools-call-sampling',
      'tools-call-elicitation',
      'elicitation-sep1034-defaults',
      'elicitation-sep1330-enums',
    ],
  },
];

describe('the official conformance suite', () => {
  let folder: string;
  let hosted: Hosted;
  let front: KeyFront;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conformance-'));
    const config = loadConfig({ PORT: '0', DATA_DIR: join(folder, 'data'), DEMO: '0', LOG_LEVEL: 'silent' });
    hosted = await startHosted(config, { extraPlugins: [fixturePlugin], longestToolName: 64, checkResults: true });
    front = await keyFront(`${hosted.address}/api/v1/mcp`, await unlimitedKey(hosted));
  });

  afterAll(async () => {
    await front?.[Symbol.asyncDispose]();
    await hosted?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(revisions)(
    'passes all that $revision requires and a stateless server can do',
    async ({ revision, required, impossible }) => {
      const scenarios = await requiredScenarios(revision);
      expect(scenarios).toHaveLength(required);
      const run = await runSuite(front.url, revision, join(folder, revision));
      expect(run.exitCode, run.output.slice(-4000)).toBe(0);
      expect(scenarios.filter(scenario => !run.passed.has(scenario))).toEqual(impossible);
    },
    oneRun,
  );
});

async function unlimitedKey({ address, adminToken }: Hosted): Promise<string> {
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
    const answer = await fetch(`${address}/api/v1/admin${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    return (await answer.json()) as Record<string, string>;
  };
  const { id } = await post('/workspaces', { name: 'Conformance', plan: 'enterprise' });
  const { key = '' } = await post(`/workspaces/${id}/api-keys`, { name: 'suite', rateLimitPerMinute: 100_000 });
  return key;
}
