import { parseGraph, type SimulatedEffect, simulate } from '@conferbot/flow-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateCatalogue, templateScripts } from '../src/index.ts';
import { ChatStage } from './support/chat-stage.ts';
import { jsonIn } from './support/outside.ts';

interface List<T = Record<string, unknown>> {
  readonly data: readonly T[];
}

const templates = templateCatalogue.templates.map(({ slug, name, aspects }) => ({
  slug,
  name,
  graph: parseGraph((aspects.flow as { readonly draft: unknown }).draft),
  scripts: templateScripts[slug] ?? [],
}));

let stage: ChatStage;
let templateIds: ReadonlyMap<string, string>;
beforeAll(async () => {
  stage = await ChatStage.open();
  const { data } = await stage.workspace.call<List<{ id: string; name: string }>>('list_templates', { limit: 50 });
  templateIds = new Map(data.map(({ id, name }) => [name, id]));
});
afterAll(() => stage?.[Symbol.asyncDispose]());

describe.each(templates)('visitors of $slug', ({ slug, name, graph, scripts }) => {
  let chatbotId: string;
  beforeAll(async () => {
    const { workspace } = stage;
    const templateId = templateIds.get(name);
    ({ id: chatbotId } = await workspace.call<{ id: string }>('create_from_template', { templateId, name: slug }));
    await workspace.call('publish_flow_version', { chatbotId });
  });

  it.each(scripts)('$name', async ({ script, ends, answers }) => {
    const { workspace, outside, mailbox } = stage;
    const simulated = simulate(graph, script);
    const conversationId = await stage.play(chatbotId, graph, script);

    const conversation = await workspace.call<{
      readonly status: string;
      readonly responseId: string;
      readonly ticketId: string | null;
      readonly nodePath: readonly { readonly nodeId: string }[];
    }>('get_conversation', { chatbotId, conversationId });
    expect(conversation.status).toBe(ends);
    expect(conversation.nodePath.map(({ nodeId }) => nodeId)).toEqual(simulated.path);

    const { responseId, ticketId } = conversation;
    const response = await workspace.call('get_response', { chatbotId, responseId });
    expect(response).toMatchObject({ conversationId, status: ends, answersByKey: answers });

    const { data: tickets } = await workspace.call<List>('list_tickets', { chatbotId });
    const isCalled = requestsOf(simulated.effects, 'handover').length > 0;
    expect(tickets.filter(ticket => ticket.conversationId === conversationId)).toMatchObject(
      isCalled ? [{ id: ticketId, status: expect.any(String) }] : [],
    );
    expect(ticketId === null).toBe(!isCalled);

    expect(stage.asScripted(outside.calls)).toEqual(
      requestsOf(simulated.effects, 'http').map(({ method, url, body }) => ({ method, url, body: jsonIn(body) })),
    );
    const mails = requestsOf(simulated.effects, 'mail').map(({ to, cc = [], bcc = [], subject }) => ({
      to: [...to, ...cc, ...bcc],
      subject,
    }));
    expect(mailbox.mails).toHaveLength(mails.length);
    expect(mailbox.mails).toEqual(expect.arrayContaining(mails));
  });
});

type Request = SimulatedEffect['request'];

function requestsOf<Kind extends Request['kind']>(effects: readonly SimulatedEffect[], kind: Kind) {
  return effects.flatMap(({ request }) => (request.kind === kind ? [request as Extract<Request, { kind: Kind }>] : []));
}
