import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWidget, ChatOnPage, hasBrowser, listenTo, openBrowser, violationsOf } from './support/browser.ts';
import { startServer, type TestServer } from './support/server.ts';

/** Where pictures of the page go; unset: none are made. */
const pictures = process.env.SCREENSHOTS;
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Listed {
  readonly data: readonly { readonly id: string; readonly name: string; readonly responseCount?: number }[];
}

describe.skipIf(!hasBrowser)('a visitor of the demo page', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildWidget();
    [server, browser] = await Promise.all([startServer({ env: { DEMO: '1' } }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function tool<T>(name: string, args: object): Promise<T> {
    const params = { name, arguments: args };
    const { structuredContent } = await server.result(server.demoKey ?? '', 'tools/call', params);
    return structuredContent as T;
  }

  async function agent(path: string, body: object): Promise<void> {
    const answer = await server.rest(server.demoKey ?? '', path, { body: JSON.stringify(body) });
    expect(await answer.json()).toMatchObject({ conversationId: expect.any(String) });
  }

  async function chatbot(name: string): Promise<string> {
    const { data } = await tool<Listed>('list_chatbots', {});
    return data.find(one => one.name === name)?.id ?? '';
  }

  async function shown(page: Page, name: string): Promise<void> {
    expect(await violationsOf(page)).toEqual([]);
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
  }

  it('makes a claim, talks to a person and rates the chat; an assistant finds all of it', async () => {
    const chatbotId = await chatbot('Warranty claims');
    const context = await browser.newContext({ viewport: { width: 1000, height: 760 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const heard = listenTo(page, server.address);
    await page.goto(server.demoUrl ?? '');
    await page.getByRole('heading', { name: 'Warranty claims' }).waitFor();
    const chat = new ChatOnPage(page, chatbotId);
    await chat.element.locator('.launcher').waitFor();
    await shown(page, 'demo-page');

    await chat.element.locator('.launcher').click();
    await chat.said('What is your name?').waitFor();
    await chat.type('Ada Lovelace');
    await chat.saidWith('Which e-mail address is your order under?').waitFor();
    await chat.type('ada at example');
    await chat.said('That is no e-mail address. One looks like ann@example.com.').waitFor();
    await shown(page, 'invalid-email');
    await chat.type('ada@example.org');

    await chat.element.getByRole('radiogroup', { name: 'What is it about?' }).waitFor();
    await chat.press('ArrowDown', 'Enter');
    await chat.said('A photo of the damage helps us most.').waitFor();
    await chat.element
      .locator('input[type=file]')
      .setInputFiles({ name: 'scratch.png', mimeType: 'image/png', buffer: photo });
    await chat.element.getByRole('button', { name: 'Send' }).click();
    await chat.element.getByRole('radiogroup', { name: 'What would you like us to do?' }).waitFor();
    await shown(page, 'choices');
    await chat.press('ArrowDown', 'ArrowDown', 'Enter');
    await chat.said('One moment, I am getting somebody from the workshop.').waitFor();

    const [ticket] = (await tool<{ data: { id: string; conversationId: string }[] }>('list_tickets', { chatbotId }))
      .data;
    const conversationId = ticket?.conversationId ?? '';
    await agent(`/conversations/${conversationId}/messages`, {
      text: 'Hello Ada, **Sam** here. We collect the chair on Tuesday.',
      agent: { name: 'Sam' },
    });
    await chat.saidWith('We collect the chair on Tuesday.').waitFor();
    await shown(page, 'agent-reply');
    await chat.type('Tuesday is fine, thank you!');
    await chat.said('Tuesday is fine, thank you!').waitFor();
    await agent(`/conversations/${conversationId}/handback`, {});
    await chat.said('Thank you for your patience, Ada Lovelace.').waitFor();

    await chat.element.getByRole('radiogroup', { name: 'How was this conversation?' }).waitFor();
    await shown(page, 'rating');
    await chat.element.getByRole('radio', { name: '5 of 5' }).check({ force: true });
    await chat.element.getByRole('button', { name: 'Send' }).click();
    await expect
      .poll(() => tool<object>('get_conversation', { chatbotId, conversationId }))
      .toMatchObject({ rating: 5 });
    await shown(page, 'rated');
    expect(heard.foreign).toEqual([]);
    expect(heard.complaints).toEqual([]);
    await context.close();

    const responses = await tool<Listed>('list_responses', { chatbotId });
    expect(responses.data).toHaveLength(1);
    const responseId = responses.data[0]?.id ?? '';
    expect(await tool('get_response', { chatbotId, responseId })).toMatchObject({
      status: 'completed',
      conversationId,
      visitor: { name: 'Ada Lovelace', email: 'ada@example.org' },
      answersByKey: { product: 'A chair', solution: 'Talk to a person', photo: expect.stringContaining('/files/') },
    });
    const conversation = await tool<{ messages: { from: string; text?: string }[] }>('get_conversation', {
      chatbotId,
      conversationId,
    });
    expect(conversation).toMatchObject({ status: 'completed', rating: 5 });
    const said = (from: string) => conversation.messages.filter(message => message.from === from);
    expect(said('agent').map(({ text }) => text)).toEqual([
      'Hello Ada, **Sam** here. We collect the chair on Tuesday.',
    ]);
    expect(said('visitor')).toHaveLength(7);
    expect((await tool<{ data: object[] }>('list_tickets', { chatbotId })).data).toMatchObject([
      { conversationId, priority: 'high', status: 'in-progress', assignee: 'Sam' },
    ]);
    expect(await tool('get_conversation_analytics', { chatbotId, conversationId })).toMatchObject({
      messageCounts: { visitor: 7, agent: 1 },
      rating: 5,
      sentiment: { label: 'positive' },
    });
    const counts = await tool<Listed>('list_chatbots', {});
    expect(counts.data.find(({ id }) => id === chatbotId)?.responseCount).toBe(1);
  });

  it('finds a chatbot in the page itself, and each as a page of its own, where a question is answered with its source', async () => {
    const concierge = await chatbot('Harbour & Pine concierge');
    // As a person's browser says it: the views of machines are not counted.
    const userAgent =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
    const page = await browser.newPage({ userAgent });
    page.setDefaultTimeout(10_000);
    const heard = listenTo(page, server.address);
    await page.goto(server.demoUrl ?? '');
    const chat = new ChatOnPage(page, concierge);
    await chat.element.scrollIntoViewIfNeeded();
    await chat.said('What may I call you?').waitFor();
    await page.getByRole('link', { name: 'as a page of its own' }).last().click();
    await page.waitForURL(`**/chat/${concierge}`);
    await chat.said('What may I call you?').waitFor();
    await chat.element.locator('.composer textarea').focus();
    await chat.type('Ada');
    await chat.element.getByRole('radiogroup', { name: 'What can I do for you, Ada?' }).waitFor();
    await chat.element.locator('.composer input:not([type=radio])').fill('How long does delivery take?');
    await page.keyboard.press('Enter');
    await chat.saidWith('six weeks').waitFor();
    const source = chat.element.getByRole('link', { name: 'How long does delivery take?' });
    const address = (await source.getAttribute('href')) ?? '';
    expect(address).toContain(`/help/${concierge}/en/articles/`);
    await shown(page, 'answer');
    await chat.element.getByRole('button', { name: 'Help articles' }).click();
    await chat.element.getByRole('button', { name: 'How long is the warranty?' }).click();
    await chat.element.getByText('five years of warranty').waitFor();
    await chat.element.getByRole('button', { name: 'Yes', exact: true }).click();
    await chat.element.getByText('Thank you for your answer.').waitFor();
    await shown(page, 'articles');
    const articles = await tool<Listed>('list_knowledge_base', { chatbotId: concierge, search: 'warranty' });
    const articleId = articles.data[0]?.id;
    expect(await tool('get_knowledge_article', { chatbotId: concierge, articleId })).toMatchObject({
      metrics: { views: 1, helpful: 1, notHelpful: 0 },
    });
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'How long does delivery take?' }).waitFor();
    await shown(page, 'help-article');
    expect(heard.foreign).toEqual([]);
    expect(heard.complaints).toEqual([]);
    await page.close();
  });
});
