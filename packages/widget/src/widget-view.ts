import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { completeConfig } from './config/complete-config.ts';
import { findingOutput } from './config/finding.ts';
import { lowContrast } from './config/low-contrast.ts';
import { missingSettings } from './config/missing-setting.ts';
import { type Deployment, embedSnippet, widgetPlaces } from './deployment.ts';
import type { WidgetRow } from './widget-store.ts';

/** A widget as tools and resources return it. */
export const widgetOutput = z.object({
  chatbotId: chatbotIdType.output.describe('Id of the chatbot.'),
  revision: z.int().describe('Grows with each change.'),
  config: z.looseObject({}).describe('Every setting as it holds; null where nothing is set.'),
  customized: z.array(z.string()).describe('Settings that differ from their standard by choice.'),
  allowedOrigins: z.array(z.string()).describe('Websites that may show it; empty: all.'),
  findings: z.array(findingOutput).describe('What visitors would trip over.'),
  embedSnippet: z.string().describe('HTML that puts the bubble on a website.'),
  pageUrl: z.string().describe('The chat as a page of its own.'),
  updatedAt: z.iso.datetime().describe('When it last changed, UTC.'),
});

export function widgetView(chatbotId: string, row: WidgetRow, deployment: Deployment): z.output<typeof widgetOutput> {
  return {
    chatbotId: chatbotIdType.encode(chatbotId),
    revision: row.revision,
    config: completeConfig(row.config),
    customized: Object.keys(row.config),
    allowedOrigins: [...row.allowed_origins],
    findings: [...lowContrast(row.config), ...missingSettings(row.config)],
    embedSnippet: embedSnippet(deployment, chatbotId),
    pageUrl: widgetPlaces(deployment, chatbotId).pageUrl,
    updatedAt: row.updated_at,
  };
}
