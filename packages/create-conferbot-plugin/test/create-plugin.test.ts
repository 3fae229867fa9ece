import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotCreate, createPlugin } from '../src/create-plugin.ts';

const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const contract = JSON.parse(readFileSync(new URL('../../plugin/package.json', import.meta.url), 'utf8'));
/** As a release has them. */
const versions = Object.fromEntries(
  Object.keys(own.devDependencies).map(name => [name, name.startsWith('@conferbot/') ? '^1.2.3' : '4.5.6']),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conferbot-create-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

describe('a new plugin', () => {
  it('is called as its folder is, everywhere, and has ten files at most', () => {
    expect(createPlugin(join(folder, 'plugins/acme-crm2'), versions)).toBe('acme-crm2');
    const files = globSync('**/*.*', { cwd: join(folder, 'plugins/acme-crm2') });
    expect(files.length).toBeLessThanOrEqual(9);
    expect(existsSync(join(folder, 'plugins/acme-crm2/.gitignore'))).toBe(true);
    for (const file of files) expect(read(`plugins/acme-crm2/${file}`)).not.toMatch(/my.?notes/i);
    expect(read('plugins/acme-crm2/src/index.ts')).toContain("id: 'acme-crm2'");
    expect(read('plugins/acme-crm2/src/entry.ts')).toContain('class AcmeCrm2Entry');
    expect(read('plugins/acme-crm2/src/migration.ts')).toContain('create table "acme_crm2_entries"');
    expect(read('plugins/acme-crm2/src/tools.ts')).toContain("name: 'add_to_acme_crm2'");
  });

  it('takes the versions that the template was tested with, and the ranges of the contract as its peers', () => {
    createPlugin(join(folder, 'notes'), versions);
    const manifest = JSON.parse(read('notes/package.json'));
    expect(manifest.name).toBe('notes');
    expect(manifest.devDependencies).toEqual(versions);
    expect(manifest.peerDependencies).toMatchObject(contract.peerDependencies);
    expect(manifest.peerDependencies).toMatchObject({ '@conferbot/plugin': '^1.2.3' });
    expect(Object.keys(manifest.devDependencies)).toEqual(
      expect.arrayContaining(Object.keys(manifest.peerDependencies)),
    );
  });

  it('may be made in an empty folder that is there', () => {
    expect(createPlugin(join(folder, 'a'.repeat(25)), versions)).toHaveLength(25);
    rmSync(join(folder, 'a'.repeat(25), 'package.json'));
    expect(() => createPlugin(join(folder, 'a'.repeat(25)), versions)).toThrow(CannotCreate);
  });

  it('is refused in a folder with something in it, which is left as it is', () => {
    writeFileSync(join(folder, 'notes'), 'mine');
    expect(() => createPlugin(join(folder, 'notes'), versions)).toThrow(/is not an empty folder/);
    expect(read('notes')).toBe('mine');
  });

  it.each(['Notes', 'my_notes', '2notes', 'my--notes', 'a'.repeat(26), 'notes!'])('cannot be called %s', name => {
    expect(() => createPlugin(join(folder, name), versions)).toThrow(/cannot be called ".*": use lower-case words/);
    expect(existsSync(join(folder, name))).toBe(false);
  });
});
