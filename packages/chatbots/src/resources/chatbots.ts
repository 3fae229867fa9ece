import { defineResource } from '@conferbot/plugin';
import { listPage } from '../list-page.ts';

export const chatbotsResource = defineResource({
  uri: 'conferbot://chatbots',
  name: 'chatbots',
  title: 'Chatbots',
  description: 'All chatbots in your workspace with response counts, newest first: what list_chatbots returns.',
}).read((_params, ctx) => listPage(ctx, { page: 1, limit: 100 }));
