// A package that changed since its last release must have a changeset. Releases are the tags that `changeset tag`
// and `changeset publish` set: `@conferbot/runtime@1.2.0`.

import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = process.cwd();
const announced = new Set(
  globSync('.changeset/*.md', { cwd: root }).flatMap(file => {
    const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    return [...head.matchAll(/^['"]?(@conferbot\/[\w-]+)['"]?:/gm)].map(([, name]) => name);
  }),
);

const problems: string[] = [];
let released = 0;
for (const path of globSync(['packages/*/package.json', 'servers/*/package.json'], { cwd: root }).sort()) {
  const { name, version } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { name: string; version: string };
  const release = `refs/tags/${name}@${version}`;
  if (git('rev-parse', '--verify', '--quiet', release) !== 0) continue;
  released += 1;
  const folder = dirname(path);
  const changed = git('diff', '--quiet', release, '--', `${folder}/src`, path) !== 0;
  if (changed && !announced.has(name)) {
    problems.push(`${folder} changed since ${name}@${version} without a changeset: run \`pnpm changeset\``);
  }
}

for (const problem of problems) console.error(problem);
console.log(
  released === 0
    ? 'no release is tagged here: nothing to compare with'
    : `${released} released packages, ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);

function git(...args: readonly string[]): number | null {
  return spawnSync('git', args, { cwd: root, stdio: 'ignore' }).status;
}
