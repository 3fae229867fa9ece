import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const entry = new URL('../src/index.ts', import.meta.url).pathname;

describe('the engine in a browser', () => {
  it('bundles without Node, and runs where there is nothing but the language and the web', async () => {
    const bundled = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'engine',
      platform: 'browser',
      conditions: ['@conferbot/source'],
      minify: true,
    });
    const [script] = bundled.outputFiles;
    const page = createContext({ URL, TextEncoder, structuredClone });
    runInContext(script?.text ?? '', page);
    const said: unknown = runInContext(
      `{
        const graph = engine.parseGraph({
          nodes: [
            { id: 'start', type: 'welcome-node', data: { text: 'Hi {{name}}' } },
            { id: 'mail', type: 'ask-email-node', data: { questionText: 'Your e-mail?' } },
          ],
          edges: [{ source: 'start', target: 'mail' }],
        });
        const version = engine.compile(graph);
        const ports = { now: () => 0 };
        const first = engine.advance(version, engine.startState({ visitor: { name: 'Ada' } }), { kind: 'start' }, ports);
        const last = engine.advance(version, first.state, { kind: 'reply', text: 'ada@EXAMPLE.org' }, ports);
        JSON.stringify([first.messages.map(({ text }) => text), last.status, last.state.variables]);
      }`,
      page,
    );
    expect(JSON.parse(String(said))).toEqual([['Hi Ada', 'Your e-mail?'], 'completed', { email: 'ada@example.org' }]);
  });
});
