// A host as a container of compose.yaml runs it: `conferbot start`, without what that prints.
import { loadConfig, startHosted } from '@conferbot/server';

const hosted = await startHosted(loadConfig(process.env));
console.log(`listening on ${new URL(hosted.address).port}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void hosted.close());
