import { chatbotAspect, chatbotDirectory } from '@conferbot/chatbots/contract';
import { contribute, definePlugin, type Plugin, provide, type SecretBox } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { flowAspect } from './aspect.ts';
import { flowLibrary, flowPublished } from './contract.ts';
import { FlowDraft } from './entities/flow-draft.ts';
import { FlowVersion } from './entities/flow-version.ts';
import { Library } from './library.ts';
import { migrations } from './migrations/index.ts';
import { buildChatbotFlow } from './prompts/build-chatbot-flow.ts';
import { addFlowNode } from './tools/add-flow-node.ts';
import { connectFlowNodes } from './tools/connect-flow-nodes.ts';
import { deleteFlowNode } from './tools/delete-flow-node.ts';
import { getChatbotFlow } from './tools/get-chatbot-flow.ts';
import { listFlowVersions } from './tools/list-flow-versions.ts';
import { publishFlowVersion } from './tools/publish-flow-version.ts';
import { updateChatbotFlow } from './tools/update-chatbot-flow.ts';

export interface FlowsOptions {
  /** Seals the keys and tokens in node data. */
  readonly secrets: SecretBox;
  /** Lets flows that call loopback and private addresses be published. Default false. */
  readonly allowPrivateUrls?: boolean;
}

/** The conversation flows of chatbots: one draft each, and versions of which one is live. */
export function flows({ secrets, allowPrivateUrls = false }: FlowsOptions): Plugin {
  return definePlugin({
    id: 'flows',
    version: manifest.version,
    tools: [
      getChatbotFlow,
      updateChatbotFlow,
      addFlowNode,
      deleteFlowNode,
      connectFlowNodes,
      listFlowVersions,
      publishFlowVersion,
    ],
    prompts: [buildChatbotFlow],
    storage: { entities: [FlowDraft, FlowVersion], migrations },
    events: [flowPublished],
    provides: [provide(flowLibrary, ctx => new Library(ctx, { secrets, allowPrivateUrls }))],
    contributes: [contribute(chatbotAspect, flowAspect)],
    requires: [chatbotDirectory],
  });
}
