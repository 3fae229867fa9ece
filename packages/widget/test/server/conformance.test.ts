import { conformance } from '@conferbot/testing';
import { widget } from '../../src/index.ts';
import { besideWidget, widgetOptions } from './support/plugins.ts';

conformance({
  plugin: () => widget(widgetOptions()),
  beside: besideWidget,
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    const { data } = await workspace.call<{ data: readonly { id: string }[] }>('list_channels', { chatbotId });
    return {
      get_widget_config: { chatbotId },
      update_widget_config: {
        chatbotId,
        config: { headerBgColor: '#777', headerTextColor: '#888' },
        allowedOrigins: ['*.example.com'],
      },
      list_channels: { chatbotId, limit: 3 },
      get_channel_config: { channelId: data[0]?.id },
    };
  },
});
