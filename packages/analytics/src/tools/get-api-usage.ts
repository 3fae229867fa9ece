import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { apiUsage, usageOutput } from '../report/api-usage.ts';

export const getApiUsage = defineTool({
  name: 'get_api_usage',
  title: 'Get API usage',
  description: "Get this month's API usage of the workspace: quota, used, remaining, by day and by tool.",
  safety: { readOnly: true },
  http: { method: 'GET', path: '/usage' },
  input: z.object({}),
  output: usageOutput,
}).run((_, ctx) => apiUsage(ctx));
