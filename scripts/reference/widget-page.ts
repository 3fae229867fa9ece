import { widgetKeys } from '../../packages/widget/src/config/widget-keys.ts';
import { generated, page, table } from './markdown.ts';

/** Every setting of the widget. */
export function widgetPage(): [path: string, text: string] {
  const rows = Object.entries(widgetKeys).map(([name, { description, standard }]) => [
    `\`${name}\``,
    typeof standard === 'function'
      ? 'follows from others'
      : standard === null
        ? 'none'
        : `\`${JSON.stringify(standard)}\``,
    description,
  ]);
  return [
    'docs/reference/widget-settings.md',
    page(
      '# Widget settings',
      generated,
      '[`update_widget_config`](tools/widget.md#update_widget_config) takes them as `config`; null takes one back to its standard. [The widget](../../packages/widget/README.md) says how they look together.',
      table(['setting', 'standard', 'meaning'], rows),
    ),
  ];
}
