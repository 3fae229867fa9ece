import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(dirname(import.meta.dirname), 'check-changesets.ts');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conferbot-changesets-test-'));
  mkdirSync(join(root, '.changeset'));
  write('plugin', {});
  write('flows', { peerDependencies: { '@conferbot/plugin': 'workspace:^' } });
  write('webhooks', { peerDependencies: { '@conferbot/plugin': 'workspace:^' } });
  write('egress', {});
});

afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, more: object): void {
  mkdirSync(join(root, 'packages', name), { recursive: true });
  const manifest = { name: `@conferbot/${name}`, version: '1.0.0', ...more };
  writeFileSync(join(root, 'packages', name, 'package.json'), JSON.stringify(manifest));
}

function check(changes: Record<string, string>): { status: number | null; stderr: string } {
  for (const [name, bump] of Object.entries(changes)) {
    writeFileSync(join(root, `.changeset/${name}.md`), `---\n'@conferbot/${name}': ${bump}\n---\n\nA change.\n`);
  }
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  return { status, stderr };
}

describe('the check of changesets', () => {
  it('refuses a major of the contract that says nothing of the plugins, and names them', () => {
    const { status, stderr } = check({ plugin: 'major', flows: 'major', webhooks: 'minor' });
    expect(status).toBe(1);
    expect(stderr).toBe(
      '@conferbot/plugin gets a new major without one for @conferbot/webhooks, which peers on it: add a major changeset for it\n',
    );
  });

  it('takes a major of the contract with majors of all plugins', () => {
    expect(check({ plugin: 'major', flows: 'major', webhooks: 'major' })).toEqual({ status: 0, stderr: '' });
  });

  it('asks for nothing more where the contract only grows', () => {
    expect(check({ plugin: 'minor' })).toEqual({ status: 0, stderr: '' });
  });
});
