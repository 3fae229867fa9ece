import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const ChannelSchema = defineEntity({
  name: 'Channel',
  tableName: 'channels',
  ...workspaceOwned,
  indexes: [{ name: 'channels_chatbot', properties: ['workspaceId', 'chatbotId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    type: p.text(),
    name: p.text(),
    status: p.text(),
    /** With its secrets sealed. */
    config: p.json<object>(),
    connectedAt: p.datetime(3).nullable(),
  },
});

export class Channel extends ChannelSchema.class {}
ChannelSchema.setClass(Channel);
