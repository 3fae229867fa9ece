import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Revision = '2025-11-25' | '2026-07-28';

export interface SuiteRun {
  /** 0 when everything required passed without a warning, but for what is expected to fail, all of which failed. */
  readonly exitCode: number;
  /** Scenarios that passed, scored or not. */
  readonly passed: ReadonlySet<string>;
  readonly output: string;
}

const suite = fileURLToPath(import.meta.resolve('@modelcontextprotocol/conformance/dist/index.js'));

/** Runs every scenario that a revision requires of a server, as frozen by the official suite. */
export async function runSuite(url: string, revision: Revision, outputDir: string): Promise<SuiteRun> {
  const expected = fileURLToPath(new URL(`expected-failures-${revision}.yaml`, import.meta.url));
  const options = ['--requirements', revision, '--expected-failures', expected, '-o', outputDir];
  const { exitCode, output } = await run(['server', '--url', url, ...options]);
  const passed = new Set(Array.from(output.matchAll(/^✓ ([\w-]+):/gm), ([, scenario = '']) => scenario));
  return { exitCode, passed, output };
}

/** The scenarios that a revision requires of a server. */
export async function requiredScenarios(revision: Revision): Promise<string[]> {
  const { output } = await run(['list', '--requirements', revision]);
  const [, listed = ''] = /^Server scenarios.*:\n((?: {2}- .+\n)+)/m.exec(output) ?? [];
  return Array.from(listed.matchAll(/- (.+)/g), ([, scenario = '']) => scenario);
}

function run(args: readonly string[]): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise(resolve => {
    execFile(process.execPath, [suite, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exitCode, output: stdout + stderr });
    });
  });
}
