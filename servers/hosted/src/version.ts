import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The version of this package, from its `package.json`: one folder above the sources and above the build. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;
