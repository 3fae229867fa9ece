import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const repository = dirname(dirname(import.meta.dirname));
const script = join(repository, 'scripts/check-docs.ts');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conferbot-docs-test-'));
  mkdirSync(join(root, 'servers/hosted'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(repository, 'node_modules/@types'), join(root, 'node_modules/@types'));
  writeFileSync(join(root, 'tsconfig.base.json'), readFileSync(join(repository, 'tsconfig.base.json')));
  writeFileSync(join(root, 'code.ts'), 'start();\n  // #region stop\n  stop(\n    1,\n  );\n  // #endregion stop\n');
});

afterEach(() => rmSync(root, { recursive: true }));

const block = (info: string, ...lines: string[]) => ['```'.concat(info), ...lines, '```', ''].join('\n');

function check(readme: string): { status: number | null; output: string } {
  writeFileSync(join(root, 'README.md'), readme);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  return { status, output: stderr + stdout };
}

describe('the documentation check', () => {
  it('passes what is true', () => {
    const { status, output } = check(
      [
        '# Two words\n[code](code.ts) [up](#two-words) [out](https://example.com)\n',
        block('ts file=code.ts#stop', 'stop(', '  1,', ');'),
        block('ts', "import { join } from 'node:path';", "const path: string = join('a', 'b');"),
        block('console', '$ printf "one\\ntwo 2 words\\nthree\\n"', 'one', 'two … words', '…'),
        block('text illustration', 'anything'),
      ].join('\n'),
    );
    expect(output).toContain('1 documents: 1 quotes, 1 compiled, 1 run, 0 problems');
    expect(status).toBe(0);
  });

  it.each([
    ['a quote that differs', block('ts file=code.ts#stop', 'stop(2);'), 'README.md:1: differs from code.ts#stop'],
    ['a quote of nothing', block('ts file=gone.ts', ''), 'README.md:1: quotes gone.ts, which does not exist'],
    ['code that does not compile', block('ts', '', 'const one: string = 1;'), 'README.md:3: error TS2322'],
    ['output that does not come', block('console', '$ echo one', 'two'), 'did not print "two"'],
    ['output out of order', block('console', '$ printf "a\\nb\\n"', 'b', 'a'), 'did not print "a"'],
    ['a command that fails', block('console', '$ false'), '`false` ended with 1'],
    ['a block that nothing checks', block('bash', 'rm -rf build'), 'README.md:1: is neither'],
    ['a dead link', '[gone](docs/gone.md)', 'dead link docs/gone.md'],
    ['a dead anchor', '# Here\n[there](#there)', 'dead link #there'],
  ])('refuses %s', (_, readme, problem) => {
    const { status, output } = check(readme);
    expect(output).toContain(problem);
    expect(status).toBe(1);
  });

  it('keeps a server up for the commands that follow it', () => {
    const serve = `node -e "require('http').createServer((q,r)=>r.end('hello')).listen(0,function(){console.log('port',this.address().port)})"`;
    const call = `node -e "fetch('http://localhost:$(cut -d' ' -f2 port)').then(r=>r.text()).then(console.log)"`;
    const { output } = check(block('console', `$ ${serve} | tee port`, 'port …', `$ ${call}`, 'hello'));
    expect(output).toContain('1 run, 0 problems');
  });
});
