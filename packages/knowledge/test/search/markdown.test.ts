import { describe, expect, it } from 'vitest';
import { cleanMarkdown } from '../../src/markdown/clean-markdown.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { sectionsOf } from '../../src/markdown/sections.ts';

describe('cleaned Markdown', () => {
  it('keeps text, marks, lists, code, and links to the web and to mail', () => {
    const text = [
      'Read **this** and [that](https://example.com/a?b=c "title") or [write](mailto:a@example.com).',
      '',
      '1. First `<script>` tag',
      '2. a < b and 5 <3',
      '',
      '```html',
      '<script src="x"></script>',
      '```',
    ].join('\n');
    expect(cleanMarkdown(text)).toBe(text.replace(' "title"', ''));
  });

  it.each([
    ['<script>alert(1)</script>ok', 'ok'],
    ['<SCRIPT\n>alert(1)</sCript>ok', 'ok'],
    ['<scr<script></script>ipt>alert(1)</script>', 'script>alert(1)'],
    ['a <!-- <b> --> b', 'a  b'],
    ['a <!-- never closed', 'a'],
    ['<img src=x onerror="alert(1)">', ''],
    ['<svg><a href="javascript:1">x</a></svg>y', 'y'],
    ['[x](javascript:alert(1))', 'x'],
    ['[x]( JaVaScRiPt:alert(1) "t")', 'x'],
    ['[x](<javascript:alert(1)>)', 'x'],
    ['[x](&#106;avascript:alert(1))', 'x'],
    ['[x](java\nscript:alert(1))', 'x'],
    ['[x](data:text/html;base64,PHN2Zz4=)', 'x'],
    ['[x](//evil.example)', 'x'],
    ['[x](javascript:void)', 'x'],
    ['[x](/relative)', 'x'],
    ['[x](https://example.com/a_(b))', '[x](https://example.com/a_%28b%29)'],
    ['[a[b](javascript:1)](javascript:2)', 'ab'],
    ['[x][y]\n\n[y]: javascript:alert(1)', 'x'],
    ['[x][y]\n\n[y]: https://example.com/', '[x](https://example.com/)'],
    ['![pixel](https://evil.example/p.gif)', 'pixel'],
    ['[![p](https://evil.example/p.gif)](https://example.com)', '[p](https://example.com)'],
  ])('of %j is %j', (hostile, clean) => {
    expect(cleanMarkdown(hostile)).toBe(clean);
  });

  it('is made of any text in little time', () => {
    for (const piece of ['[', '](', '<', '<!--', '<script', '`', '![a](', '[a]: b\n', '*', '\\', '#', '|-', '<a ']) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      expect(plainText(text).length).toBeLessThanOrEqual(text.length * 2);
    }
    for (const text of [`${'-'.repeat(50_000)}x`, `# ${'#'.repeat(50_000)}x`, `# ${' '.repeat(50_000)}x`]) {
      expect(sectionsOf(`${text}\n\nText.`).at(-1)?.body.endsWith('Text.')).toBe(true);
      expect(plainText(text).endsWith('x')).toBe(true);
    }
  });
});

describe('plain text', () => {
  it('is what Markdown says, without its marks', () => {
    const text = plainText(
      '# Title\n\n> **Bold** and _slanted_ `code` \\*star\\*\n\n- one\n- [two](https://example.com)\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n---\n\n```\nrun snake_case\n```',
    );
    expect(text).toBe('Title\nBold and slanted code *star*\none\ntwo\nA B\n1 2\nrun snake_case');
  });
});

describe('sections', () => {
  it('are split at headings of both kinds, not in code, and anchors are unlike each other', () => {
    const sections = sectionsOf(
      'Before.\n\n## Über **uns** ##\n\nText.\n\n```\n# no heading\n```\n\nAgain\n=====\n\nMore.\n\n## Again\n\nLast.\n\n## Empty',
    );
    expect(sections).toEqual([
      { heading: null, anchor: null, body: 'Before.' },
      { heading: 'Über uns', anchor: 'über-uns', body: 'Text.\n\n```\n# no heading\n```' },
      { heading: 'Again', anchor: 'again', body: 'More.' },
      { heading: 'Again', anchor: 'again-2', body: 'Last.' },
    ]);
  });

  it('that are long are split at paragraphs, lines and sentences, and nothing is lost', () => {
    const paragraphs = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} ${'word '.repeat(30)}end.`);
    const giant = `A sentence. `.repeat(400).trim();
    const sections = sectionsOf(`# Long\n\n${[...paragraphs, giant, 'x'.repeat(5000)].join('\n\n')}`);
    for (const { heading, body } of sections) {
      expect(heading).toBe('Long');
      expect(body.length).toBeLessThanOrEqual(1_600);
    }
    const words = (text: string) => text.replace(/\s+/g, '');
    expect(words(sections.map(({ body }) => body).join(''))).toBe(
      words([...paragraphs, giant, 'x'.repeat(5000)].join('')),
    );
  });
});
