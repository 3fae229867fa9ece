import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalRegistry } from '../registry/local-registry.ts';
import { publishTarball } from '../registry/publish.ts';
import { run } from './run.ts';
import { pinned } from './versions.ts';

/** What somebody wrote who has two versions of a package in one tree, and what the refusal must say. */
const attempts = [
  {
    code: `import { webhooks } from '@conferbot/webhooks';
import { webhooks as other } from 'other-webhooks';
import { compose } from '@conferbot/runtime';
compose([webhooks, other].map(make => make({ egress: {} })));`,
    says: /two versions of plugin "webhooks": .* and .*99\.0\.0.*npm ls @conferbot\/webhooks/,
  },
  {
    code: `import { definePlugin } from 'other-contract';
import { compose } from '@conferbot/runtime';
compose([definePlugin({ id: 'acme', version: '3.0.0' })]);`,
    says: /"acme" 3\.0\.0 is written for contract 99, .*npm ls @conferbot\/plugin/,
  },
];

/** Publishes a second version of a plugin and a further major of the contract, installs both beside the first ones. */
export async function checkTwoVersions(registry: LocalRegistry): Promise<string[]> {
  const where = { cwd: registry.folder, env: { ...process.env, ...registry.env } };
  // The build writes the version of the manifest into the code.
  await publishOther(registry, 'webhooks', code => code.replaceAll(/(\bversion: )"\d+\.\d+\.\d+"/g, '$1"99.0.0"'));
  await publishOther(registry, 'plugin', code => code.replace(/(contractVersion = )\d+/, '$199'));

  const cwd = join(registry.folder, 'two-versions');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'package.json'), '{ "private": true, "type": "module" }\n');
  // Left to itself, npm puts packages of MikroORM together that each want another core.
  const wanted = ['core', 'migrations', 'sql'].map(name => `@mikro-orm/${name}@${pinned(`@mikro-orm/${name}`)}`);
  wanted.push(...['runtime', 'plugin', 'chatbots'].map(name => `@conferbot/${name}@<99`));
  wanted.push('@conferbot/webhooks@<99', 'other-webhooks@npm:@conferbot/webhooks@99.0.0');
  wanted.push('other-contract@npm:@conferbot/plugin@99.0.0');
  await run('npm', ['install', '--no-package-lock', ...wanted], { ...where, cwd });

  const problems: string[] = [];
  for (const { code, says } of attempts) {
    const said = await run(process.execPath, ['--input-type=module', '--eval', code], { ...where, cwd }).then(
      () => 'nothing',
      String,
    );
    if (!says.test(said)) problems.push(`Two versions in one tree: expected ${says}, not:\n${said}`);
  }
  return problems;
}

/** Publishes a package that was packed once more, as version 99.0.0. */
async function publishOther(registry: LocalRegistry, name: string, change: (code: string) => string): Promise<void> {
  const cwd = join(registry.folder, `other-${name}`);
  mkdirSync(cwd);
  const where = { cwd, env: { ...process.env, ...registry.env } };
  const [tarball = ''] = globSync(`tarballs-*/conferbot-${name}-[0-9]*.tgz`, { cwd: registry.folder });
  await run('tar', ['xzf', join(registry.folder, tarball)], where);
  for (const file of globSync('package/dist/*.js', { cwd })) {
    writeFileSync(join(cwd, file), change(readFileSync(join(cwd, file), 'utf8')));
  }
  const manifest = JSON.parse(readFileSync(join(cwd, 'package/package.json'), 'utf8')) as object;
  writeFileSync(join(cwd, 'package/package.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
  await run('tar', ['czf', 'other.tgz', 'package'], where);
  await publishTarball(registry, join(cwd, 'other.tgz'));
}
