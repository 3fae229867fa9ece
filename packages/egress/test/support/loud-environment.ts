// Run by environment.test.ts: requests under an environment that would have Node go round the guard.

import { createEgress, type EgressError } from '../../src/index.ts';

const [plain = '', secure = ''] = process.argv.slice(2);
const egress = createEgress({ allowPrivate: true, lookup: async () => ['127.0.0.1'] });
const outcome = (url: string) =>
  egress.request({ url }).then(
    ({ status }) => String(status),
    (error: EgressError) => error.kind,
  );
console.log(JSON.stringify([await outcome(plain), await outcome(secure)]));
await egress.close();
