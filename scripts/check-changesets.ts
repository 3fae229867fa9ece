// A package that changed since its last release must have a changeset. Releases are the tags that `changeset tag`
// and `changeset publish` set: `@conferbot/runtime@1.2.0`. A major of the contract carries majors of the plugins.

import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A major of the contract is a major of every plugin. */
const contract = '@conferbot/plugin';
const root = process.cwd();
const bumps = globSync('.changeset/*.md', { cwd: root }).flatMap(file => {
  const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  return [...head.matchAll(/^['"]?(@conferbot\/[\w-]+|create-conferbot-plugin)['"]?: *(\w+)/gm)].map(
    ([, name = '', bump = '']) => ({ name, bump }),
  );
});
const announced = new Set(bumps.map(({ name }) => name));
const majors = new Set(bumps.filter(({ bump }) => bump === 'major').map(({ name }) => name));

const problems: string[] = [];
let released = 0;
for (const path of globSync(['packages/*/package.json', 'servers/*/package.json'], { cwd: root }).sort()) {
  const { name, version, peerDependencies } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
  // A plugin of the old contract cannot be composed with the new one, so what its authors wrote must not say it can.
  if (majors.has(contract) && peerDependencies?.[contract] !== undefined && !majors.has(name)) {
    problems.push(
      `${contract} gets a new major without one for ${name}, which peers on it: add a major changeset for it`,
    );
  }
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
