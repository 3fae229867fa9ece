import { start } from '../../src/start.ts';
import { fixturePlugin } from './fixture-plugin.ts';

await start({ extraPlugins: [fixturePlugin()] });
