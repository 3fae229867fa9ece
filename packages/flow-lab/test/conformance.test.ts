import { chatbots } from '@conferbot/chatbots';
import { conformance } from '@conferbot/testing';
import { flowLab } from '../src/index.ts';
import { flowsOfTests } from './bed.ts';

conformance({
  plugin: flowLab,
  beside: () => [chatbots(), flowsOfTests()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    const { id: versionId } = await workspace.call('publish_flow_version', { chatbotId });
    const node = { id: 'bye', type: 'message-node', data: { text: 'Goodbye!' } };
    return {
      validate_flow: { chatbotId, applyFixes: true },
      simulate_flow: { versionId, inputs: [{ text: 'Hello' }] },
      explore_flow: { chatbotId, versionId, visitors: 2 },
      diff_flow_versions: { chatbotId, fromVersionId: versionId },
      restore_flow_version: { chatbotId, versionId },
      get_flow_version: { chatbotId, versionId },
      apply_flow_patch: { chatbotId, operations: [{ op: 'add_node', node }] },
      describe_node_type: { type: 'message-node' },
    };
  },
});
