import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The part of vitest's JSON report that is counted here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const outsideServices = [
  { name: 'PostgreSQL', variable: 'TEST_DATABASE_URL', example: 'postgres://postgres@127.0.0.1:5432/postgres' },
  { name: 'Redis', variable: 'TEST_REDIS_URL', example: 'redis://127.0.0.1:6379' },
];

// What configures a server of one's own must not reach the servers under test.
const serverVariables =
  'HOST PORT PUBLIC_URL DATABASE_URL REDIS_URL DATA_DIR ADMIN_TOKEN ENCRYPTION_KEY DEMO PLUGINS LOG_LEVEL ALLOW_PRIVATE_WEBHOOKS SMTP_URL MAIL_FROM AI_URL AI_MODEL AI_API_KEY ALLOWED_HOSTS ALLOWED_ORIGINS';
const env = { ...process.env };
for (const name of serverVariables.split(' ')) delete env[name];

const root = dirname(import.meta.dirname);
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const folder = mkdtempSync(join(tmpdir(), 'conferbot-test-'));
const reportFile = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', ...process.argv.slice(2), '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
  { cwd: root, env, stdio: 'inherit' },
);
const report = readReport();
rmSync(folder, { recursive: true });

for (const { name, variable, example } of outsideServices) {
  if (!env[variable]) console.log(`skipped: ${name} suites (set ${variable}=${example})`);
}
if (report === undefined) {
  console.log('vitest ended without a report: nothing to count');
} else {
  const brokenFiles = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + brokenFiles.length;
  if (status !== 0 && failed === 0) console.log('no test failed, but vitest did: see above');
  console.log(
    `${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`,
  );
}
process.exit(status ?? 1);

function readReport(): Report | undefined {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
