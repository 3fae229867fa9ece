// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of flows are written so.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { htmlToMarkdown } from '../src/text/html-to-markdown.ts';
import { plainText } from '../src/text/plain-text.ts';

describe('what is no HTML', () => {
  test.each([
    '',
    '  blanks stay \n\n around ',
    '# Markdown *of* the [author](https://example.org/a_(b)) `x` **y**',
    '3 < 4 && 5 > 4, <3, a <- b, x <',
    'see <https://example.org/?a=1&b=2> or <ada@example.org>',
    'an escaped \\<b> and \\&amp; stay',
    'AT&T, &unknown; &; &# &#x; &amp',
    'Total: ${amount} {{ broken } }} and {not}',
    '{{name | default:"<b>you</b> &amp; me"}} ${a.b}',
  ])('stays: %j', text => {
    expect(htmlToMarkdown(text)).toBe(text);
    expect(plainText(text)).toBe(text);
  });
});

describe('HTML of the editor', () => {
  test.each([
    ['paragraphs', '<p>One</p>\n<p class="x">Two</p>', 'One\n\nTwo'],
    ['line breaks', '<p>One<br>two<br/></p><p><br></p><p>three</p>', 'One  \ntwo\n\nthree'],
    ['blocks', 'a<div>b</div><section>c</section>d', 'a\n\nb\n\nc\n\nd'],
    [
      'marks',
      '<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <s>e</s> <del>f</del>',
      '**a** **b** *c* *d* ~~e~~ ~~f~~',
    ],
    ['marks hug their words', 'a<b> b </b>c<i> </i>d', 'a **b** c d'],
    ['marks without words', '<b></b>a<i><br></i>', 'a'],
    ['marks in one another', '<b><i>x</i></b> <b>a<strong>b</strong>c</b>', '***x*** **abc**'],
    ['marks that overlap', '<b>a<i>b</b>c</i>', '**a*b****c*'],
    ['marks over blocks', '<b>a<p>b</p></b>c', '**a**\n\n**b**\n\nc'],
    ['other tags', '<u>a</u><span style="x>y">b</span><custom-tag>c</custom-tag><font>', 'abc'],
    ['headings', '<h1>A</h1><h3>B\nb<br>c</h3>d<h6></h6>e', '# A\n\n### B b c\n\nd\n\ne'],
    ['bullets', '<p>x</p><ul><li>a</li><li><p>b</p></li><li></li></ul>y', 'x\n\n- a\n- b\n\ny'],
    ['numbers', '<ol><li>a</li>\n<li>b<br>c</li></ol>', '1. a\n2. b  \n   c'],
    ['lists in lists', '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>', '- a\n  1. b\n- c'],
    ['items without an end', '<ul><li>a<li>b</ul>c', '- a\n- b\n\nc'],
    ['paragraphs of an item', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n- c'],
    ['quotations', 'a<blockquote><p>b</p><p>c<br>d</p></blockquote>e', 'a\n\n> b\n>\n> c  \n> d\n\ne'],
    [
      'code',
      'Run <code>a  *b* &amp;</code>:<pre><code>x {\n  y\n}</code></pre>z',
      'Run `a *b* &`:\n\n```\nx {\n  y\n}\n```\n\nz',
    ],
    ['code that could end itself', '<code>a`&lt;b&gt;</code>', 'a\\`\\<b>'],
    ['a picture', 'See <img src="https://example.org/x.png" alt="A &amp; *b*"/>.', 'See A & \\*b\\*.'],
    ['comments', 'a<!-- <b>x</b> -->b<!doctype html>c', 'abc'],
    ['scripts and styles', 'a<script>if (a < b) "</b>"</script>b<STYLE>p{}</style >c', 'abc'],
    ['a script without an end', 'a<script>alert(1)', 'a'],
    ['a script in a tag', 'a<scr<script>ipt>alert(1)</script>b', 'a\\<scrb'],
    ['a script that a tag keeps apart', '<<b></b>script>a', '\\<script>a'],
    ['an escape in code', '<code>\\<script></code>', '\\\\\\<script>'],
    ['a tag that begins in another', 'a <b <i>c</i>', 'a \\<b *c*'],
    ['a tag without an end', '<p>a <b and c', 'a \\<b and c'],
    ['cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc'],
  ])('%s', (_what, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  test.each([
    ['named', '&lt;b&gt; &amp; &quot;&apos;&nbsp;&auml;&euro;', '\\<b\\> & "\'\u00a0ä€'],
    ['numbered', '&#65;&#x1F600;&#0;&#xD800;&#99999999;', 'A😀\ufffd\ufffd&#99999999;'],
    ['that are Markdown', '&#42;a&#42; &lsqb; &#91;', '\\*a\\* &lsqb; \\['],
    ['of entities', '&amp;lt; &amp;amp; &amp;&amp;', '&amp;lt; &amp;amp; &&'],
    ['not of objects', '&toString; &constructor; &amp;', '&toString; &constructor; &'],
  ])('entities: %s', (_what, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  test.each([
    ['<a href="https://example.org/?a=1&amp;b=2">x</a>', '[x](https://example.org/?a=1&b=2)'],
    ["<A target=_blank HREF='mailto:ada@example.org'><b>x</b></A>", '[**x**](mailto:ada@example.org)'],
    ['<a href=/path>a [b]</a>', '[a \\[b\\]](/path)'],
    ['<a href="https://example.org/a (b)">x</a>', '[x](<https://example.org/a (b)>)'],
    ['<a href=" /a\nb ">x</a>', '[x](/ab)'],
    ['<a href="{{link}}">x</a>', '[x]({{link}})'],
    ['<a href="${link}/y">x</a>', '[x](${link}/y)'],
    ['<a href="/?n={{name | default:"a > b"}}">x</a>', '[x](/?n={{name | default:"a > b"}})'],
    ["<a href='/?n={{name | default:'a'}}' title='t'>x</a>", "[x](/?n={{name | default:'a'}})"],
    ['<a>x</a><a href="">y</a><a href="#z"></a>', 'xy'],
    ['<a href="/1">x<a href="/2">y</a>', '[x](/1)[y](/2)'],
    ...[
      'javascript:alert(1)',
      ' JavaScript:x',
      'java\nscript:x',
      '&#106;avascript:x',
      'javascript&colon;x',
      'javascript&Tab;:x',
    ].map(href => [`<a href="${href}">x</a>`, 'x']),
    ...['data:text/html,x', 'vbscript:x', '\u0001javascript:x', 'x:y'].map(href => [`<a href="${href}">x</a>`, 'x']),
    ['<javascript:alert(1)>', '\\<javascript:alert(1)>'],
  ])('link: %j', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });
});

describe('plain text of the editor', () => {
  test.each([
    ['<p>Hi <b>there</b>,&nbsp;<i>you</i></p><p>two</p>', 'Hi there, you two'],
    ['&lt;b&gt; &amp;amp; *x*', '<b> &amp; *x*'],
    ['a<br>b<script>c</script><!-- d -->e', 'a be'],
    ['<b>{{name | default:"<i>"}}</b>', '{{name | default:"<i>"}}'],
    ['x <y', 'x <y'],
  ])('%j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('hostile texts', () => {
  const piece = fc.constantFrom(
    ...['<', '>', '</', '/>', '"', "'", '&', ';', '\\', '`', '{{', '}}', '${', '}', '\n', ' ', 'x', '<!--', '-->', '='],
    ...['<script', '<script>', '</script>', '&lt;', 'script>', '<style>', '<b>', '</b>', '<i>', '</i>', '<s>', '</s>'],
    ...['<p>', '</p>', '<br>', '<ul>', '</ul>', '<ol>', '<li>', '</li>', '<blockquote>', '</blockquote>', '<h1>'],
    ...[
      '<a href="',
      '<a href=x>',
      '</a>',
      '<code>',
      '</code>',
      '<pre>',
      '</pre>',
      '<img alt="',
      '&#60;',
      'javascript:',
    ],
  );
  const html = fc.array(fc.oneof({ weight: 6, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 40,
  });

  it('never throw, and never leave the tag of a script', () => {
    fc.assert(
      fc.property(html, pieces => {
        const markdown = htmlToMarkdown(pieces.join(''));
        const unescaped = markdown.replace(/\{\{[^{}]*\}\}|\$\{[^{}]*\}|\\[\s\S]/g, ' ');
        expect(unescaped).not.toMatch(/<script/i);
      }),
      { numRuns: 3_000 },
    );
  });

  it('are the same after a second time, where they hold no markup', () => {
    const plain = fc.string({ unit: 'binary' }).map(text => text.replace(/[<&]/g, ''));
    fc.assert(
      fc.property(plain, text => {
        expect(htmlToMarkdown(text)).toBe(text);
        expect(plainText(text)).toBe(text);
      }),
    );
    const words = fc
      .array(fc.constantFrom('a', 'b &lt; c', 'd &amp; e', '{{f | lower}}', '<b>g</b>', '1 < 2'))
      .map(all => all.join(' '));
    fc.assert(
      fc.property(words, text => {
        const once = htmlToMarkdown(text);
        expect(htmlToMarkdown(once)).toBe(once);
      }),
    );
  });

  test.each([
    ...[
      '<',
      '<a ',
      '<a "',
      '<a \'"',
      '<b>',
      '</b>',
      '<p>',
      '<br>',
      '&',
      '{{',
      '${a',
      '<li>',
      '</li>',
      '<ul><li>x',
      '<pre>`',
    ],
    ...[
      '<blockquote>x',
      '<blockquote></li>',
      '<script',
      '<!--',
      '<b><i><s>x</b>',
      '<b>x </b> ',
      '<a href=x>y<p>',
      '\\<',
      ' <b> ',
    ],
  ])('grow no faster than they are long: %j', unit => {
    const text = `<p>${unit.repeat(10_000)}`;
    expect(htmlToMarkdown(text).length).toBeLessThan(text.length * 8);
  });

  it('repeat no long address in each of many blocks', () => {
    const html = `<b><a href="/${'y'.repeat(5_000)}">${'<p>x'.repeat(5_000)}`;
    expect(htmlToMarkdown(html).length).toBeLessThan(html.length * 2);
  });
});
