import { readFileSync } from 'node:fs';
import { buildClient } from './build/build-client.ts';

const manifest: { readonly tsup: object } = JSON.parse(readFileSync('package.json', 'utf8'));

// After the library, whose build empties the folder.
export default {
  ...manifest.tsup,
  onSuccess: async () => {
    await buildClient('src/client', 'dist/client');
  },
};
