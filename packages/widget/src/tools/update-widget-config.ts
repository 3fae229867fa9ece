import { isDeepStrictEqual } from 'node:util';
import { defineTool, Fault, invalidArgument, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { originPattern } from '../access/origin-pattern.ts';
import { changeConfig } from '../config/change-config.ts';
import type { Deployment } from '../deployment.ts';
import { chatbotIdField, expectedRevisionField } from '../fields.ts';
import { lockWidget, writeWidget } from '../widget-store.ts';
import { widgetOutput, widgetView } from '../widget-view.ts';

export function updateWidgetConfig(deployment: Deployment): Tool {
  return defineTool({
    name: 'update_widget_config',
    title: 'Update widget config',
    description:
      "Update a chatbot's widget: colors, position, CTA text and more; what you leave out stays. Live at once. Mend the findings that it returns.",
    safety: { readOnly: false, destructive: false, idempotent: true },
    http: { method: 'PATCH', path: '/chatbots/{chatbotId}/widget' },
    input: z.object({
      chatbotId: chatbotIdField,
      config: z
        .looseObject({})
        .optional()
        .describe(
          'By name, as get_widget_config shows: headerBgColor, widgetPosition, chatIconCtaText, botAutoOpen, …; null resets.',
        ),
      allowedOrigins: z
        .array(originPattern)
        .max(50)
        .optional()
        .describe('Such as https://example.com, *.example.com; []: all.'),
      expectedRevision: expectedRevisionField,
    }),
    output: widgetOutput,
  }).run(async ({ chatbotId, config, allowedOrigins, expectedRevision }, ctx) => {
    if (config === undefined && allowedOrigins === undefined) {
      throw invalidArgument('', 'There is nothing to change.', 'Give config or allowedOrigins.');
    }
    const before = await lockWidget(ctx, chatbotId);
    if (expectedRevision !== undefined && expectedRevision !== before.revision) {
      throw staleRevision(expectedRevision, before.revision);
    }
    const after = {
      config: changeConfig(before.config, config ?? {}, 'config'),
      allowedOrigins: allowedOrigins === undefined ? before.allowed_origins : [...new Set(allowedOrigins)],
    };
    const same = isDeepStrictEqual(after, { config: before.config, allowedOrigins: before.allowed_origins });
    const row = same ? before : await writeWidget(ctx, chatbotId, after);
    return widgetView(chatbotId, row, deployment);
  });
}

function staleRevision(expected: number, actual: number): Fault {
  return new Fault('conflict', `The widget is at revision ${actual}, not ${expected}: somebody else changed it.`, {
    fix: 'Call get_widget_config, make the change against what is there now, and pass its revision.',
  });
}
