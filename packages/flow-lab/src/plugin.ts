import { flowLibrary } from '@conferbot/flows/contract';
import { definePlugin, type Plugin } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { applyFlowPatch } from './tools/apply-flow-patch.ts';
import { describeNodeType } from './tools/describe-node-type.ts';
import { diffFlowVersions } from './tools/diff-flow-versions.ts';
import { exploreFlow } from './tools/explore-flow.ts';
import { getFlowVersion } from './tools/get-flow-version.ts';
import { restoreFlowVersion } from './tools/restore-flow-version.ts';
import { simulateFlow } from './tools/simulate-flow.ts';
import { validateFlow } from './tools/validate-flow.ts';

/** Tools for those who build flows, beside the flows plugin. Opt-in: an assistant that runs chatbots needs none of them. */
export function flowLab(): Plugin {
  return definePlugin({
    id: 'flow-lab',
    version: manifest.version,
    optIn: true,
    tools: [
      applyFlowPatch,
      describeNodeType,
      diffFlowVersions,
      exploreFlow,
      getFlowVersion,
      restoreFlowVersion,
      simulateFlow,
      validateFlow,
    ],
    requires: [flowLibrary],
  });
}
