import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flow, say } from './support/flow.ts';
import { hasBrowser, Testbed } from './support/testbed.ts';

const attack = `<img src=/dot.gif onerror="alert(1)"><script>alert(2)</script><svg onload=alert(3)><a href="javascript:alert(4)">a</a>"'>`;
const bad = 'javascript:alert(1)';
const markdownAttack = `[a](javascript:alert(1)) [b](JaVa\tScript:alert(2)) [c](<data:text/html,<script>alert(3)</script>>) <javascript:alert(4)> ![d](javascript:alert(5)) ![e](/spy.gif)`;

describe.skipIf(!hasBrowser)('hostile texts', () => {
  let testbed: Testbed;
  beforeAll(async () => {
    testbed = await Testbed.open();
  });
  afterEach(() => testbed.closePages());
  afterAll(() => testbed?.close());

  it('are texts in every field', async () => {
    const config = Object.fromEntries(
      'headerBgColor headerTextColor botMsgColor chatBgColor font fontSize botName tagline customBrand widgetIconSVG widgetSize widgetOffsetBottom chatIconCtaText bubbleBorderRadius'
        .split(' ')
        .map(key => [key, attack]),
    );
    const pictures = Object.fromEntries(['avatar', 'logo', 'widgetIconImage', 'chatBgImg'].map(key => [key, bad]));
    const options = [1, 2].map(id => ({ id: `${attack}${id}`, optionText: attack, image: bad }));
    const version = flow(
      { type: 'ask-name-node', data: { questionText: markdownAttack } },
      { type: 'n-select-option-node', data: { choicePrompt: attack, options } },
    );
    const visit = await testbed.chat(version, {
      name: attack,
      config: {
        ...config,
        ...pictures,
        enableTagline: true,
        enableCustomBrand: true,
        chatBgType: 'image',
        widgetIconType: 'Image',
      },
    });
    await visit.type(attack);
    await visit.page.getByRole('radio').first().waitFor();
    await visit.log.locator('.visitor').waitFor();
    const links = await visit.log
      .locator('a')
      .evaluateAll(all => all.map(link => (link as HTMLAnchorElement).protocol));
    expect(links.filter(protocol => !/^https?:$/.test(protocol))).toEqual([]);
    expect(await visit.page.locator('.conferbot script, .conferbot [onerror], .conferbot [onload]').count()).toBe(0);
    // A bot that repeats what it was told must not load what that names.
    expect(await visit.log.locator('img').count()).toBe(0);
    expect(visit.complaints).toEqual([]);
    expect(visit.foreign).toEqual([]);
  });

  it('are cleaned where they are HTML', async () => {
    const html = `<p>Your <b>number</b></p><iframe src="/"></iframe><style>*{display:none}</style><form action="/x"><input name=q><button>go</button></form><a href="https://example.com" onclick="alert(5)" style="x">ok</a><a href=" java&#10;script:alert(6)">bad</a><img src="/dot.gif" alt="dot" onload="alert(7)">${attack}`;
    const visit = await testbed.chat(flow({ type: 'html-node', data: { html } }));
    await visit.log.getByText('number').waitFor();
    const tags = await visit.log
      .locator('.rich *')
      .evaluateAll(all =>
        all.map(({ localName, attributes }) =>
          `${localName} ${[...attributes].map(({ name }) => name).join(' ')}`.trim(),
        ),
      );
    expect(tags).toEqual(['p', 'strong', 'a href target rel', 'img src alt loading', 'img src alt loading']);
    expect(await visit.log.getByRole('link').getAttribute('rel')).toBe('noopener noreferrer nofollow ugc');
    expect(visit.complaints).toEqual([]);
    expect(visit.foreign).toEqual([]);
  });

  it('lead nowhere as addresses of messages', async () => {
    const visit = await testbed.chat(flow({ type: 'human-handover-node', data: {} }));
    await expect.poll(() => testbed.server.session.streams.size).toBe(1);
    for (const type of ['image', 'video', 'audio', 'file', 'redirect', 'link'] as const) {
      testbed.server.session.say({ from: 'bot', type, url: bad, caption: attack, fileName: attack, newTab: false });
    }
    testbed.server.session.say({
      from: 'agent',
      type: 'text',
      text: attack,
      agent: { name: attack, avatar: bad },
    } as never);
    testbed.server.session.say({ from: 'system', type: 'text', text: 'Done.' });
    await visit.said('Done.').waitFor();
    expect(await visit.log.locator('a, img, video, audio').count()).toBe(0);
    expect(visit.page.url()).toBe(testbed.url);
    expect(visit.complaints).toEqual([]);
  });

  it('may be huge', async () => {
    const visit = await testbed.chat(flow({ type: 'human-handover-node', data: {} }));
    await expect.poll(() => testbed.server.session.streams.size).toBe(1);
    const huge = ['*a ', '[', '`', '_*~~', '> ', '- ', '[](', '**', '# ', 'h', '\\', '<b>', 'x'].map(part =>
      part.repeat(40_000 / part.length),
    );
    for (const text of huge) testbed.server.session.say({ from: 'bot', type: 'text', text });
    testbed.server.session.say({ from: 'bot', type: 'html', text: '<div>'.repeat(8_000) });
    testbed.server.session.say({ from: 'visitor', type: 'text', text: 'y'.repeat(10_000) });
    testbed.server.session.say({ from: 'system', type: 'text', text: 'Done.' });
    await visit.said('Done.').waitFor();
    expect(
      await visit.page.locator('.panel').evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
    ).toBe(false);
    expect(visit.complaints).toEqual([]);
  });

  it('shows media, and links what it cannot show', async () => {
    const visit = await testbed.chat(
      flow(
        { type: 'image-node', data: { image: `${testbed.url}dot.gif`, caption: 'A dot' } },
        { type: 'file-node', data: { file: `${testbed.url}list.gif`, fileName: 'Prices.pdf' } },
        { type: 'video-node', data: { video: 'https://www.youtube.com/watch?v=1', caption: '' } },
        { type: 'audio-node', data: { audio: `${testbed.url}none.mp3`, caption: 'A word' } },
        say('Done.'),
      ),
    );
    await visit.said('Done.').waitFor();
    await visit.log.getByRole('img', { name: 'A dot' }).waitFor();
    expect(await visit.log.getByRole('link').allTextContents()).toEqual(['Prices.pdf', 'Watch the video']);
    expect(await visit.log.locator('audio').getAttribute('preload')).toBe('none');
    expect(visit.foreign).toEqual([]);
  });
});
