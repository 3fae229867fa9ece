import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { createSecretBox } from '@conferbot/plugin';
import { conformance } from '@conferbot/testing';
import { flows } from '../src/index.ts';

conformance({
  plugin: () => flows({ secrets: createSecretBox(randomBytes(32)) }),
  beside: () => [chatbots()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
    const bye = { id: 'bye', type: 'message-node', data: { text: 'Bye!' }, position: { x: 0, y: 140 } };
    const tail = { id: 'last-message', type: 'message-node', data: { text: 'Really.' }, position: { x: 0, y: 280 } };
    await workspace.call('add_flow_node', { chatbotId, node: tail });
    const { version } = await workspace.call<{ version: { id: string } }>('update_chatbot_flow', {
      chatbotId,
      flow: {
        nodes: [{ id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' }, position: { x: 0, y: 0 } }, tail],
        edges: [],
      },
    });
    return {
      get_chatbot_flow: { chatbotId, versionId: version.id },
      update_chatbot_flow: {
        chatbotId,
        flow: {
          nodes: [{ id: 'welcome', type: 'welcome-node', data: { text: 'Hello!' } }, tail],
          edges: [{ source: 'welcome', target: 'last-message' }],
        },
        versionName: 'Second',
      },
      add_flow_node: { chatbotId, node: bye },
      connect_flow_nodes: { chatbotId, edge: { source: 'welcome', target: 'last-message' } },
      delete_flow_node: { chatbotId, nodeId: 'last-message' },
      list_flow_versions: { chatbotId },
      publish_flow_version: { chatbotId, versionId: version.id },
    };
  },
});
