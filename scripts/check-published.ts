// Publishes all packages into a registry of its own, and uses them as somebody does who has nothing else: with npm and
// with pnpm, from `npx`, and with two versions in one tree. Build first.

import { checkDeclarations } from './published/check-declarations.ts';
import { checkStart } from './published/check-start.ts';
import { checkTwoVersions } from './published/check-two-versions.ts';
import { installExamples } from './published/example-projects.ts';
import { startLocalRegistry } from './registry/local-registry.ts';
import { publishAll } from './registry/publish.ts';

const problems = checkDeclarations();
await using registry = await startLocalRegistry();
await step('published', () => publishAll(registry));
for (const manager of ['npm', 'pnpm'] as const) {
  await step(`the examples with ${manager}`, async () => {
    const examples = await installExamples(registry, manager);
    await examples.test();
    // One type-check is enough: the declarations are the same.
    if (manager === 'npm') await examples.typecheck('embed-two-plugins');
  });
}
await step('npx @conferbot/server', async () => problems.push(...(await checkStart(registry))));
await step('two versions in one tree', async () => problems.push(...(await checkTwoVersions(registry))));

for (const problem of problems) console.error(problem);
console.log(`the published packages: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work().catch(error => problems.push(`${name}: ${error instanceof Error ? error.message : error}`));
  console.log(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
}
