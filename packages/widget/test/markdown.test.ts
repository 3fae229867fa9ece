import { describe, expect, it } from 'vitest';
import { markdown } from '../src/client/rich-text/markdown.ts';
import { plainText } from '../src/client/rich-text/plain-text.ts';
import type { RichNode } from '../src/client/rich-text/rich-node.ts';

/** Formatted text as HTML would write it, for the eye. */
function show(text: string, images = false): string {
  return markdown(text, { images }).map(write).join('');
}

function write(node: RichNode): string {
  if (typeof node === 'string') return node.replaceAll('<', '&lt;');
  const { tag, href, src, alt, start, children } = node;
  const attributes = Object.entries({ href, src, alt, start }).filter(([, value]) => value !== undefined);
  const open = [tag, ...attributes.map(([name, value]) => `${name}=${value}`)].join(' ');
  return ['br', 'hr', 'img'].includes(tag) ? `<${open}>` : `<${open}>${children.map(write).join('')}</${tag}>`;
}

describe('Markdown', () => {
  it.each([
    ['plain\ntext', '<p>plain<br>text</p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    [
      '**bold** *thin* ~~gone~~ __b__ _i_',
      '<p><strong>bold</strong> <em>thin</em> <s>gone</s> <strong>b</strong> <em>i</em></p>',
    ],
    ['***both*** **a *b* c**', '<p><strong><em>both</em></strong> <strong>a <em>b</em> c</strong></p>'],
    ['snake_case_name 2 * 3 * 4 **open', '<p>snake_case_name 2 * 3 * 4 **open</p>'],
    ['a ~tilde~ and ****', '<p>a ~tilde~ and ****</p>'],
    ['\\*kept\\* \\_kept\\_ 1\\. \\<b\\>', '<p>*kept* _kept_ 1. &lt;b></p>'],
    ['`a *b*` `` c`d ``', '<p><code>a *b*</code> <code>c`d</code></p>'],
    ['`open', '<p>`open</p>'],
    ['<b>text</b>', '<p>&lt;b>text&lt;/b></p>'],
    ['[a *b*](https://example.com/x_(y) "t")', '<p><a href=https://example.com/x_(y)>a <em>b</em></a></p>'],
    ['[a](<https://example.com/a b>)', '<p><a href=https://example.com/a%20b>a</a></p>'],
    [
      '<https://example.com/> <mailto:a@b.c>',
      '<p><a href=https://example.com/>https://example.com/</a> <a href=mailto:a@b.c>mailto:a@b.c</a></p>',
    ],
    [
      'see https://example.com/a_b?c=d.',
      '<p>see <a href=https://example.com/a_b?c=d>https://example.com/a_b?c=d</a>.</p>',
    ],
    ['[a](javascript:alert(1)) [b](data:x)', '<p>a b</p>'],
    ['[a](vbscript:x) [](javascript:x)', '<p>a [](javascript:x)</p>'],
    ['![cat](https://example.com/cat.png)', '<p><a href=https://example.com/cat.png>cat</a></p>'],
    ['# One ##\n### Three', '<h3>One</h3><h4>Three</h4>'],
    ['#hashtag', '<p>#hashtag</p>'],
    ['- a\n- b\n  - c\n\n- d', '<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>'],
    ['3. a\n4. b', '<ol start=3><li>a</li><li>b</li></ol>'],
    ['- a\n1. b', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
    ['text\n- a\n\nafter', '<p>text</p><ul><li>a</li></ul><p>after</p>'],
    ['> a\n> > b\n\nc', '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote><p>c</p>'],
    ['```js\n**a**\n\n- b\n```\nc', '<pre><code>**a**\n\n- b</code></pre><p>c</p>'],
    ['---\n* * *', '<hr><hr>'],
    ['a\\\nb  \nc', '<p>a<br>b<br>c</p>'],
    ['', ''],
  ])('reads %j', (text, shown) => {
    expect(show(text)).toBe(shown);
  });

  it('shows pictures only where they may be loaded', () => {
    expect(show('![cat](https://example.com/cat.png)', true)).toBe(
      '<p><img src=https://example.com/cat.png alt=cat></p>',
    );
    expect(show('![cat](javascript:x)', true)).toBe('<p>cat</p>');
  });

  it('never grows deep, however deep it is written', () => {
    const depth = (nodes: readonly RichNode[]): number =>
      Math.max(0, ...nodes.map(node => (typeof node === 'string' ? 0 : 1 + depth(node.children))));
    expect(depth(markdown('> '.repeat(5_000), { images: false }))).toBeLessThan(20);
    expect(depth(markdown(`${'- '.repeat(5_000)}x`, { images: false }))).toBeLessThan(40);
    expect(depth(markdown('*a **b _c ~~d '.repeat(2_000), { images: false }))).toBeLessThan(20);
  });

  it('is plain without its form', () => {
    expect(plainText(markdown('# A\n\n- **b**\n- [c](https://example.com)\n\n`d`', { images: false }))).toBe(
      'A\nb\nc\nd',
    );
  });
});
