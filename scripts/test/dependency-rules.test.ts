import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const empty = 'export const nothing = 0;';
const imports = (...names: string[]) => names.map(name => `import '${name}';`).join('\n');

const allowed: Record<string, string> = {
  'packages/plugin/src/index.ts': "import type { A } from './a.ts';\nexport type B = A;",
  'packages/plugin/src/a.ts': "import type { B } from './index.ts';\nexport type A = B;",
  'packages/runtime/src/index.ts': imports('@conferbot/plugin', '@modelcontextprotocol/sdk', './database/open.ts'),
  'packages/runtime/src/database/open.ts': imports('pg', '@electric-sql/pglite'),
  'packages/accounts/src/index.ts': imports('@conferbot/plugin', '@conferbot/runtime'),
  'packages/flow-engine/src/index.ts': empty,
  'packages/testing/src/index.ts': imports('@conferbot/runtime', '@modelcontextprotocol/sdk', '@electric-sql/pglite'),
  'packages/chatbots/src/index.ts': imports('@conferbot/plugin', './contract.ts', './list.ts'),
  'packages/chatbots/src/list.ts': imports('./entities/chatbot.ts', '@mikro-orm/core', 'zod'),
  'packages/chatbots/src/entities/chatbot.ts': imports('@mikro-orm/core'),
  'packages/chatbots/src/contract.ts': imports('@conferbot/plugin', 'zod', './contract/refs.ts'),
  'packages/chatbots/src/contract/refs.ts': imports('@conferbot/plugin'),
  'packages/chatbots/test/list.test.ts': imports('@conferbot/testing', '@modelcontextprotocol/sdk', '../src/list.ts'),
  'packages/webhooks/src/index.ts': imports('@conferbot/plugin', '@conferbot/chatbots/contract'),
  'packages/webhooks/src/contract.ts': imports('@conferbot/plugin'),
  'servers/hosted/src/index.ts': imports('@conferbot/chatbots', '@conferbot/runtime', 'koa', 'pg'),
  'examples/embed/src/index.ts': imports('@conferbot/chatbots', '@modelcontextprotocol/sdk', 'koa'),
};

const violations: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['plugins-meet-by-contract', 'packages/webhooks/src/root-of-plugin.ts', imports('@conferbot/chatbots')],
  ['plugins-meet-by-contract', 'packages/webhooks/src/runtime.ts', imports('@conferbot/runtime')],
  ['plugins-meet-by-contract', 'packages/webhooks/src/type.ts', "import type { A } from '@conferbot/accounts';"],
  ['contract-is-a-leaf', 'packages/analytics/src/contract.ts', imports('./entities/count.ts')],
  ['contract-is-a-leaf', 'packages/webhooks/src/contract/orm.ts', imports('@mikro-orm/core')],
  ['contract-is-a-leaf', 'packages/webhooks/src/contract/other.ts', imports('@conferbot/chatbots')],
  ['foundation-points-down', 'packages/runtime/src/plugin.ts', imports('@conferbot/chatbots')],
  ['foundation-points-down', 'packages/plugin/src/runtime.ts', imports('@conferbot/runtime')],
  ['flow-engine-is-pure', 'packages/flow-engine/src/file.ts', imports('node:fs')],
  ['accounts-knows-no-domain', 'packages/accounts/src/domain.ts', imports('@conferbot/chatbots/contract')],
  ['only-runtime-speaks-mcp', 'packages/webhooks/src/mcp.ts', imports('@modelcontextprotocol/sdk')],
  ['only-runtime-speaks-mcp', 'servers/hosted/src/mcp.ts', imports('@modelcontextprotocol/sdk')],
  ['only-servers-listen', 'packages/runtime/src/koa.ts', imports('koa')],
  ['only-servers-choose-a-database', 'packages/runtime/src/pg.ts', imports('pg')],
  ['only-servers-choose-a-database', 'packages/chatbots/src/pglite.ts', imports('@electric-sql/pglite')],
  ['testing-is-for-tests', 'servers/hosted/src/testbed.ts', imports('@conferbot/testing')],
  ['no-test-in-production', 'packages/chatbots/src/fixture.ts', imports('../test/list.test.ts')],
  ['no-server-below', 'packages/testing/src/server.ts', imports('@conferbot/hosted')],
  ['no-circle', 'packages/chatbots/src/egg.ts', imports('./hen.ts')],
  ['no-way-round-exports', 'packages/webhooks/src/relative.ts', imports('../../chatbots/src/contract.ts')],
  ['entities-are-private', 'servers/hosted/src/entity.ts', imports('@conferbot/chatbots/entities/chatbot')],
  ['entities-leave-no-root', 'packages/analytics/src/index.ts', "export { nothing } from './entities/count.ts';"],
  ['telling-names', 'packages/webhooks/src/sign.ts', imports('./utils.ts')],
  ['telling-names', 'packages/webhooks/src/verify.ts', imports('./helpers/hash.ts')],
  ['no-missing-import', 'packages/webhooks/src/missing.ts', imports('./nowhere.ts')],
  ['declared-dependencies', 'packages/webhooks/src/undeclared.ts', imports('left-pad')],
  ['no-dev-dependency-in-production', 'packages/webhooks/src/development.ts', imports('fast-check')],
];

const bystanders: Record<string, string> = {
  'packages/analytics/src/entities/count.ts': empty,
  'packages/chatbots/src/hen.ts': imports('./egg.ts'),
  'packages/webhooks/src/utils.ts': empty,
  'packages/webhooks/src/helpers/hash.ts': empty,
};

const thirdParties =
  '@electric-sql/pglite @mikro-orm/core @modelcontextprotocol/sdk koa pg zod fast-check left-pad'.split(' ');
const root = dirname(dirname(import.meta.dirname));
const folder = mkdtempSync(join(tmpdir(), 'conferbot-rules-'));
let broken: readonly { readonly rule: string; readonly file: string }[];

beforeAll(async () => {
  const sources = {
    ...allowed,
    ...bystanders,
    ...Object.fromEntries(violations.map(([, file, text]) => [file, text])),
  };
  for (const [file, text] of Object.entries(sources)) write(file, text);
  for (const name of thirdParties) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const path of new Set(Object.keys(sources).map(file => file.split('/').slice(0, 2).join('/'))))
    linkPackage(path);

  const options = await extractOptions(join(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(['packages', 'servers', 'examples'], { ...options, baseDir: folder });
  broken = (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the dependency rules', () => {
  it.each(violations)('%s refuses %s', (rule, file) => {
    expect(broken.filter(entry => entry.file === file).map(entry => entry.rule)).toContain(rule);
  });

  it('refuse nothing that the architecture allows', () => {
    expect(broken.filter(entry => entry.file in allowed)).toEqual([]);
  });

  it('are each broken by a case above', async () => {
    const { ruleSet } = await extractOptions(join(root, '.dependency-cruiser.cjs'));
    const rules = ruleSet?.forbidden?.map(rule => rule.name) ?? [];
    expect([...new Set(violations.map(([rule]) => rule))].sort()).toEqual(rules.sort());
  });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function linkPackage(path: string): void {
  const name = `@conferbot/${path.split('/')[1]}`;
  const source = (file: string) => ({ '@conferbot/source': file });
  write(
    `${path}/package.json`,
    JSON.stringify({
      name,
      exports: {
        '.': source('./src/index.ts'),
        './contract': source('./src/contract.ts'),
        './entities/*': source('./src/entities/*.ts'),
      },
      peerDependencies: Object.fromEntries(
        thirdParties.filter(it => it !== 'left-pad' && it !== 'fast-check').map(it => [it, '*']),
      ),
      devDependencies: { 'fast-check': '*' },
    }),
  );
  mkdirSync(join(folder, 'node_modules/@conferbot'), { recursive: true });
  symlinkSync(join(folder, path), join(folder, 'node_modules', name));
}
