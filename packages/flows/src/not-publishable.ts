import type { Finding } from '@conferbot/flow-engine';
import { Fault } from '@conferbot/plugin';

/** Errors that one answer names. */
export const mostDetails = 50;

/** The answer to a flow that visitors must not get. */
export function notPublishable(errors: readonly Finding[]): Fault {
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  const details = errors
    .slice(0, mostDetails)
    .map(({ pointer, code, message }) => ({ path: pointer, message: `${code}: ${message}` }));
  return new Fault('conflict', `The flow has ${count}, so it was not published and nothing has changed.`, {
    fix: 'Mend what details name: change the flow with update_chatbot_flow, add_flow_node, connect_flow_nodes or delete_flow_node, until findings has no error. Then call publish_flow_version without versionId.',
    details,
  });
}
