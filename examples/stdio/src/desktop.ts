// What the bundle starts: every domain, for the one workspace of this computer.
import { stdio } from '@conferbot/server';

await stdio({});
