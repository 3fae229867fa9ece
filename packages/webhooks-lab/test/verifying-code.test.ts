import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyingCode } from '../src/receivers.ts';
import { type Delivered, Endpoint } from './support/endpoint.ts';
import { LabBed } from './support/lab-bed.ts';

const receivers = new URL('../../webhooks/test/receivers/', import.meta.url);
let delivered: Delivered;
let secrets: readonly string[];

beforeAll(async () => {
  await using lab = await LabBed.open();
  await using endpoint = await Endpoint.open();
  const { id, secret: old } = await lab.create(endpoint.url);
  const { secret } = await lab.workspace.call<{ secret: string }>('regenerate_webhook_secret', { webhookId: id });
  endpoint.answer = { status: 401 };
  const deliveryId = await lab.ping(id);
  await lab.deliver();
  expect((await lab.explain({ deliveryId })).verifyingCode).toEqual(verifyingCode);
  const [first] = endpoint.delivered;
  if (first === undefined) throw new Error('Nothing was delivered.');
  delivered = first;
  secrets = [secret, old, 'whsec_other'];
});

/** Line ends and indentation aside, and without the types. */
function bare(source: string): string {
  return source.replace(/\s+/g, '').replaceAll(',)', ')');
}

describe('the code that a receiver is given', () => {
  it('is that of the documentation of webhooks', async () => {
    const typescript = await readFile(new URL('is-genuine.ts', receivers), 'utf8');
    expect(bare(verifyingCode.javascript)).toBe(bare(stripTypeScriptTypes(typescript)));
    expect(verifyingCode.python).toBe(await readFile(new URL('is_genuine.py', receivers), 'utf8'));
  });

  it('verifies a real delivery in JavaScript, under the new secret and the old one', async () => {
    const module = await import(`data:text/javascript,${encodeURIComponent(verifyingCode.javascript)}`);
    const { body, headers } = delivered;
    expect(secrets.map(secret => module.isGenuine(body, headers, secret))).toEqual([true, true, false]);
    expect(module.isGenuine(`${body} `, headers, secrets[0])).toBe(false);
    expect(module.isGenuine(body, {}, secrets[0])).toBe(false);
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('does so in Python', () => {
    const program = `${verifyingCode.python}
import json, sys
body, headers, secrets = json.load(sys.stdin)
print(json.dumps([is_genuine(body.encode(), headers, secret) for secret in secrets]))`;
    const input = JSON.stringify([delivered.body, delivered.headers, secrets]);
    expect(JSON.parse(spawnSync('python3', ['-c', program], { input }).stdout.toString())).toEqual([true, true, false]);
  });
});
