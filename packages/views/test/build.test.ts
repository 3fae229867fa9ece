import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildClient, bundlePath } from '../build/build-client.ts';
import { createView } from '../src/index.ts';
import { everyBlock } from './support/samples.ts';
import { ticketView } from './support/ticket-view.ts';

describe('the document of a view', () => {
  const { html } = createView(everyBlock);

  it('runs what src/client says: `node build/build-client.ts` was run after the last change', async () => {
    expect(await readFile(bundlePath, 'utf8')).toBe(await buildClient());
  });

  it('takes at most 30 KB, all in all', () => {
    for (const one of [html, ticketView.html]) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(30_000);
  });

  it('names no address, so that there is nothing to load', () => {
    const addresses = html.match(/(?:https?:)?\/\/[\w.-]+|\b(?:src|href)=|url\((?!#)|@import/g) ?? [];
    // The name of SVG is no address.
    expect(addresses.filter(address => address !== 'http://www.w3.org')).toEqual([]);
  });

  it('cannot be ended by what its description says', () => {
    const title = '</title></script><script>alert(1)</script>';
    const hostile = createView({ title, blocks: [{ kind: 'notice', path: '<!--<script>' }] });
    expect(hostile.html.match(/<script/g)).toHaveLength(2);
    expect(hostile.html).not.toContain('<!--');
    expect(hostile.html).not.toContain('</title></script>');
  });
});
