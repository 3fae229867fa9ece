import { type FindingCode, type FlowGraph, parseGraph } from '@conferbot/flow-engine';
import { type CallContext, Fault } from '@conferbot/plugin';
import { z } from 'zod';
import { below, fromCaller } from './contract/flow-fault.ts';
import { flowLibrary } from './contract.ts';
import { mostDetails } from './not-publishable.ts';
import { publishFlowVersion } from './tools/publish-flow-version.ts';

const path = 'flow.published';
const asDraft = `Set ${path} to null to import the flow as a draft.`;

/** Secrets never travel: nodes that need one leave by their default output until it is given again. */
const tolerated: readonly FindingCode[] = ['SECRET_MISSING'];

const publishedShape = z.strictObject({ name: z.string().trim().min(1).max(100), graph: z.unknown() });

/**
 * Saves what is live in a document as a version of a new chatbot, and puts it live. The draft is the same flow
 * afterwards.
 *
 * @param written Of a document; null or undefined where nothing is live.
 * @throws Fault `invalid_argument`, `limit_exceeded`; `forbidden` for a key that may not publish; `conflict` for errors
 */
export async function importPublished(ctx: CallContext, chatbotId: string, written: unknown): Promise<void> {
  if (written === null || written === undefined) return;
  const { name, graph } = readPublished(written);
  checkMayPublish(ctx);
  const library = ctx.use(flowLibrary);
  await library.edit(chatbotId, { change: () => graph });
  checkErrors(ctx, (await library.draft(chatbotId)).graph);
  const version = await library.saveVersion(chatbotId, name);
  await library.publish(chatbotId, version.id, tolerated);
}

function readPublished(written: unknown): { readonly name: string; readonly graph: FlowGraph } {
  const read = publishedShape.safeParse(written);
  if (!read.success) {
    const details = read.error.issues.map(issue => ({ path: [path, ...issue.path].join('.'), message: issue.message }));
    throw new Fault('invalid_argument', 'The live flow is an object with name and graph.', { fix: asDraft, details });
  }
  const { name, graph } = read.data;
  return { name, graph: fromCaller(below(`${path}.graph`), () => parseGraph(graph)) };
}

function checkMayPublish({ principal }: CallContext): void {
  const scope = publishFlowVersion.scope ?? 'write';
  if (principal.kind !== 'key' || principal.scopes.includes(scope)) return;
  const message = `The document holds a live flow, and this API key lacks the scope "${scope}"; nothing was written.`;
  throw new Fault('forbidden', message, { fix: `Use a key with the scope "${scope}". ${asDraft}` });
}

function checkErrors(ctx: CallContext, graph: FlowGraph): void {
  const errors = ctx
    .use(flowLibrary)
    .findings(graph)
    .filter(({ severity, code }) => severity === 'error' && !tolerated.includes(code));
  if (errors.length === 0) return;
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  throw new Fault('conflict', `The live flow has ${count} by the rules of this server; nothing was written.`, {
    fix: `Mend what details name. ${asDraft}`,
    details: errors.slice(0, mostDetails).map(({ pointer, code, message }) => ({
      path: below(`${path}.graph`)(pointer),
      message: `${code}: ${message}`,
    })),
  });
}
