import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClient, type ClientBuild } from '../build/build-client.ts';

/** Bytes, gzipped. */
const limits = { loader: 8_000, opened: 35_000, all: 60_000 };

describe('the size of the widget, gzipped', () => {
  let folder: string;
  let built: ClientBuild;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conferbot-widget-'));
    built = await buildClient(join(import.meta.dirname, '../src/client'), folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function sizeOf(...names: readonly string[]): Promise<number> {
    const checks = [{ files: names.map(name => join(folder, name)), gzip: true }];
    const sizes = await sizeLimit([filePlugin], { checks } as never);
    return (sizes as { size: number }[])[0]?.size ?? Number.NaN;
  }

  it(`is at most ${limits.loader} bytes before it is opened`, async () => {
    expect(await sizeOf(built.loader)).toBeLessThan(limits.loader);
  });

  it(`is at most ${limits.opened} bytes with the first opening`, async () => {
    expect(built.firstOpen.length).toBeGreaterThan(0);
    expect(await sizeOf(built.loader, ...built.firstOpen)).toBeLessThan(limits.opened);
  });

  it(`is at most ${limits.all} bytes with everything, in all languages`, async () => {
    expect(built.all.length).toBeGreaterThan(built.firstOpen.length + 1);
    expect(await sizeOf(...built.all)).toBeLessThan(limits.all);
  });
});
