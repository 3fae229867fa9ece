import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';

type Environment = Readonly<Record<string, string>>;

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Environment;
  readonly depends_on?: unknown;
}

/** compose.yaml as Docker reads it, with the values of .env.example. */
export function readComposeFile(folder: string): { readonly services: Readonly<Record<string, Service>> } {
  const values = parseEnv(readFileSync(join(folder, '.env.example'), 'utf8')) as Environment;
  const text = readFileSync(join(folder, 'compose.yaml'), 'utf8');
  return parse(
    text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, word?: string) => {
      const value = values[name] || (kind === '-' ? word : undefined);
      if (value === undefined) throw new Error(`compose.yaml takes ${name}, which .env.example does not have.`);
      return value;
    }),
    { merge: true },
  );
}
