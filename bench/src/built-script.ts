import { fileURLToPath } from 'node:url';

/**
 * Path of a script of this package as `pnpm --filter @conferbot/bench build` makes it. They run as JavaScript, as
 * the product does: stripping types would cost the baselines time and memory at their start.
 */
export function builtScript(name: `${'baselines' | 'engine' | 'servers' | 'webhooks'}/${string}`): string {
  return fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
}
