import { definePlugin, provide } from '@conferbot/plugin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widgetAccess } from '../src/contract.ts';
import { ChatBed } from './support/chat-bed.ts';
import { leadFlow } from './support/flows.ts';

const widget = definePlugin({
  id: 'widget',
  version: '1.0.0',
  provides: [
    provide(widgetAccess, () => ({ allows: async (_chatbotId, origin) => origin === 'https://shop.example' })),
  ],
});

let chats: ChatBed;
let chatbotId: string;
beforeAll(async () => {
  chats = await ChatBed.open({}, { extra: [widget] });
  chatbotId = await chats.chatbot(chats.bed.workspace(), leadFlow);
});
afterAll(() => chats[Symbol.asyncDispose]());

describe('a website', () => {
  it.each([
    ['https://shop.example', 201],
    ['https://shop.example.evil.example', 403],
    ['null', 403],
    [undefined, 201],
  ])('%s is answered %i where the owner of the widget names those that may', async (origin, status) => {
    const headers = origin === undefined ? {} : { origin };
    const response = await chats.chat.fetch('POST', `/${chatbotId}/sessions`, { body: {}, headers });
    expect(response.status).toBe(status);
  });
});
