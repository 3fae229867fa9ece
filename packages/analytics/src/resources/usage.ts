import { defineResource } from '@conferbot/plugin';
import { apiUsage } from '../report/api-usage.ts';

export const usageResource = defineResource({
  uri: 'conferbot://usage',
  name: 'usage',
  title: 'API usage',
  description: 'Current month API usage statistics: what get_api_usage returns.',
}).read((_, ctx) => apiUsage(ctx));
