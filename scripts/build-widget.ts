// Builds the widget for browsers where a source file of it is newer than what was built: `pnpm start` serves it.

import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildClient } from '../packages/widget/build/build-client.ts';

const source = fileURLToPath(new URL('../packages/widget/src/client', import.meta.url));
const folder = fileURLToPath(new URL('../packages/widget/dist/client', import.meta.url));

const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = Math.max(
  ...readdirSync(source, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
    changedAt(`${parentPath}/${name}`),
  ),
  changedAt(fileURLToPath(new URL('../packages/widget/build/build-client.ts', import.meta.url))),
);
if (changedAt(`${folder}/widget.js`) < newest) await buildClient(source, folder);
