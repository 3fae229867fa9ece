import { engines } from '@conferbot/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId as articleIdType } from '../../src/contract.ts';
import { dropArticles } from '../../src/search/index-article.ts';
import { SearchBed, type SearchedChatbot } from './search-bed.ts';

describe.each(engines)('search on %s', engine => {
  let bed: SearchBed;
  let shop: SearchedChatbot;
  let refunds = '';
  let shipping = '';
  let invoices = '';

  beforeAll(async () => {
    bed = await SearchBed.open(engine);
    shop = await bed.chatbot();
    refunds = await shop.write(
      'When you get your money back',
      'We check what you send back.\n\n## Cards\n\nA refund to a card takes five days.\n\n## Vouchers\n\nThey are restored at once.',
    );
    shipping = await shop.write('What shipping costs', 'Standard shipping costs £3.90. A refund of it is possible.');
    invoices = await shop.write('Invoices', 'Download the PDF in your account.', { seoKeywords: ['receipt'] });
  }, 60_000);
  afterAll(() => bed?.[Symbol.asyncDispose]());

  it('puts an article whose title says it before one that mentions it', async () => {
    expect(await shop.find('shipping refund')).toEqual([shipping, refunds]);
    expect((await shop.find('shipping'))[0]).toBe(shipping);
  });

  it('finds by keywords, by other forms of a word and by what visitors call it', async () => {
    expect((await shop.find('receipts'))[0]).toBe(invoices);
    expect((await shop.find('reimbursement on my card'))[0]).toBe(refunds);
    expect((await shop.find('downloading'))[0]).toBe(invoices);
  });

  it('leads to the section, by its heading and anchor', async () => {
    const [hit] = await shop.search('how long does a refund to my card take');
    expect(hit).toMatchObject({ heading: 'Cards', anchor: 'cards' });
    expect(hit?.snippet.text).toBe('A refund to a card takes five days.');
    const marked = hit?.snippet.marks.map(({ start, end }) => hit.snippet.text.slice(start, end));
    expect(marked).toEqual(expect.arrayContaining(['refund', 'card']));
    const [before] = await shop.search('check');
    expect(before).toMatchObject({ heading: null, anchor: null });
  });

  it('takes misspelt, begun and capital words', async () => {
    expect((await shop.find('shiping'))[0]).toBe(shipping);
    expect((await shop.find('INOVICES'))[0]).toBe(invoices);
    expect((await shop.find('vouch'))[0]).toBe(refunds);
    expect(await shop.find('giraffe')).toEqual([]);
  });

  it('finds nothing for nothing, and takes any text', async () => {
    for (const text of ['', '   ', '???', 'the of and', `'"\\;--%_`, '\u{1F600}', 'x'.repeat(100_000)]) {
      expect(await shop.find(text), text.slice(0, 20)).toEqual([]);
    }
    expect((await shop.find(`${'shipping '.repeat(5000)}`))[0]).toBe(shipping);
    expect((await shop.find(`'; drop table knowledge_terms; -- shipping`))[0]).toBe(shipping);
  });

  it('gives no more than it is asked for', async () => {
    expect(await shop.find('refund', { limit: 1 })).toHaveLength(1);
  });

  it('never finds what is not published, nor what was', async () => {
    const other = await bed.chatbot(shop.desk.workspace);
    const draft = await other.write('Zeppelin flights', 'By airship.', { reviewStatus: 'draft' });
    const review = await other.write('Zeppelin tickets', 'By airship.', { reviewStatus: 'in_review' });
    expect(await other.find('zeppelin airship')).toEqual([]);
    await other.desk.update(draft, { reviewStatus: 'published' });
    expect(await other.find('zeppelin airship')).toEqual([draft]);
    await other.desk.update(draft, { reviewStatus: 'draft' });
    expect(await other.find('zeppelin airship')).toEqual([]);
    // Nor do its words correct what is misspelt.
    await other.desk.update(review, { reviewStatus: 'published', title: 'Balloon tickets', content: 'By balloon.' });
    expect(await other.find('zepelin')).toEqual([]);
    expect(await other.find('baloon')).toEqual([review]);
  });

  it('finds an article as it is now', async () => {
    const other = await bed.chatbot(shop.desk.workspace);
    const id = await other.write('Lamps', 'About lanterns.');
    await other.desk.update(id, { content: 'About torches.' });
    expect(await other.find('lanterns')).toEqual([]);
    expect(await other.find('torches')).toEqual([id]);
    const words = await other.run(
      ctx => ctx.sql<{ word: string }>`select word from knowledge_words where chatbot_id = ${other.uuid} order by word`,
    );
    expect(words.map(({ word }) => word)).toEqual(['lamps', 'torches']);
  });

  it('keeps to the chatbot and the workspace', async () => {
    const neighbour = await bed.chatbot(shop.desk.workspace);
    const stranger = await bed.chatbot();
    expect(await neighbour.find('shipping')).toEqual([]);
    expect(await stranger.find('shipping')).toEqual([]);
    // A stranger who knows the chatbot's id sees nothing either.
    const seen = await stranger.run(ctx => ctx.sql`select * from knowledge_terms where chatbot_id = ${shop.uuid}`);
    expect(seen).toEqual([]);
  });

  it('forgets one article, or all of a chatbot, with its words', async () => {
    const other = await bed.chatbot(shop.desk.workspace);
    const [one, two] = [await other.write('Kites', 'Fly kites.'), await other.write('Boats', 'Row boats.')];
    await other.desk.update(one, { reviewStatus: 'draft' });
    expect(await other.find('kites')).toEqual([]);
    expect(await other.find('boats')).toEqual([two]);
    expect(await other.run(ctx => dropArticles(ctx, other.uuid))).toBe(1);
    for (const table of ['sections', 'terms', 'words']) {
      const rows = await other.run(ctx =>
        table === 'sections'
          ? ctx.sql`select 1 from knowledge_sections where chatbot_id = ${other.uuid}`
          : table === 'terms'
            ? ctx.sql`select 1 from knowledge_terms where chatbot_id = ${other.uuid}`
            : ctx.sql`select 1 from knowledge_words where chatbot_id = ${other.uuid}`,
      );
      expect(rows, table).toEqual([]);
    }
    expect((await shop.find('shipping'))[0]).toBe(shipping);
  });

  it('prefers what readers found helpful among equals', async () => {
    const other = await bed.chatbot(shop.desk.workspace);
    const plain = await other.write('Kayak rental', 'Rent a kayak.');
    const liked = await other.write('Kayak rental', 'Rent a kayak.');
    const vote = (id: string, column: 'helpful' | 'not') =>
      other.run(ctx =>
        column === 'helpful'
          ? ctx.sql`update knowledge_articles set helpful = 40 where id = ${articleIdType.decode(id) ?? ''}`
          : ctx.sql`update knowledge_articles set not_helpful = 40 where id = ${articleIdType.decode(id) ?? ''}`,
      );
    await vote(liked, 'helpful');
    await vote(plain, 'not');
    expect(await other.find('kayak')).toEqual([liked, plain]);
  });

  it('finds across languages, and prefers the one of the visitor', async () => {
    const other = await bed.chatbot(shop.desk.workspace);
    const english = await other.write('Router setup', 'Restart the router.', { locale: 'en' });
    const german = await other.write('Router einrichten', 'Starten Sie den Router neu. Die Rückerstattung dauert.', {
      locale: 'de',
    });
    expect(await other.find('router', { locale: 'de-AT' })).toEqual([german, english]);
    expect(await other.find('router', { locale: 'en' })).toEqual([english, german]);
    // Without accents, and in another form, whatever the browser says.
    expect((await other.find('wie lange dauern rueckerstattungen', { locale: 'en' }))[0]).toBe(german);
    expect((await other.find('RÜCKERSTATTUNGEN'))[0]).toBe(german);
  });

  it('finds in scripts without spaces', async () => {
    const other = await bed.chatbot(shop.desk.workspace);
    const password = await other.write('パスワードをリセットする', 'ログイン画面でパスワードの再設定を選びます。', {
      locale: 'ja',
    });
    const delivery = await other.write('配送について', '東京都への配送は二日かかります。', { locale: 'ja' });
    const thai = await other.write('การคืนเงิน', 'การคืนเงินใช้เวลาเจ็ดวัน', { locale: 'th' });
    const korean = await other.write('배송 기간', '배송은 이틀 걸립니다.', { locale: 'ko' });
    expect(await other.find('パスワードを忘れました', { locale: 'ja' })).toEqual([password]);
    expect((await other.find('東京への配送', { locale: 'ja' }))[0]).toBe(delivery);
    expect(await other.find('คืนเงิน', { locale: 'th' })).toEqual([thai]);
    expect(await other.find('배송이 얼마나', { locale: 'ko' })).toEqual([korean]);
  });

  it('takes articles that are long, empty or hostile', async () => {
    const other = await bed.chatbot(shop.desk.workspace);
    const paragraphs = Array.from({ length: 800 }, (_, index) => `Paragraph ${index} about topic${index}.`);
    const long = await other.write('Everything', `# One\n\n${paragraphs.join('\n\n')}`);
    expect((await other.find('topic799'))[0]).toBe(long);
    const [hit] = await other.search('topic799');
    expect(hit?.snippet.text.length).toBeLessThan(300);
    const hostile = await other.write(
      'Widgets <b>bold</b>',
      `<script>alert('sesame')</script><img src=x onerror=alert(1)> [click](javascript:alert(1)) gadget ${'['.repeat(3000)}${'`'.repeat(2001)}`,
    );
    const [found] = await other.search('gadget');
    expect(found?.articleId).toBe(articleIdType.decode(hostile));
    expect(found?.snippet.text).not.toMatch(/<|javascript:|onerror/);
    expect(await other.find('sesame')).toEqual([]);
  });
});
