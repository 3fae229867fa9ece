import { randomBytes } from 'node:crypto';
import type { CallContext } from '@conferbot/plugin';
import { channelSignature, type IdentityProof, visitorIdentity } from '../contract.ts';
import { ChatRefusal } from './chat-refusal.ts';
import type { SessionBody } from './session-body.ts';

/** Who opens a conversation, and what proves it. */
export interface SessionVisitor {
  readonly id: string;
  readonly verifiedBy: 'hash' | 'token' | 'signature' | null;
  /** `{name?, email?, phone?}` */
  readonly fields: Readonly<Record<string, string>>;
}

/** A request to open a conversation, with what its headers and body say before they are understood. */
export interface SessionRequest {
  readonly chatbotId: string;
  readonly body: SessionBody;
  readonly text: string;
  readonly headers: Headers;
}

/** @throws ChatRefusal 401 where a proof is missing or wrong */
export async function sessionVisitor(ctx: CallContext, request: SessionRequest): Promise<SessionVisitor> {
  const { chatbotId, body } = request;
  const id = body.visitorId ?? `vis_${randomBytes(12).toString('base64url')}`;
  const said: SessionVisitor = { id, verifiedBy: null, fields: given(body.visitor) };
  const isSigned = body.channel === 'api';
  if (isSigned) await refuseUnsigned(ctx, request);
  if (body.identity !== undefined) return verified(ctx, chatbotId, body.identity, said);
  if (isSigned) return { ...said, verifiedBy: body.visitorId === undefined ? null : 'signature' };
  if ((await ctx.find(visitorIdentity)?.required(chatbotId)) !== true) return said;
  throw new ChatRefusal(
    401,
    'This chatbot talks to known visitors only: send identity, as {userId, hash} or as {token}.',
  );
}

/** A server of the chatbot's owner speaks for its users. */
async function refuseUnsigned(ctx: CallContext, { chatbotId, headers, text }: SessionRequest): Promise<void> {
  const signatures = ctx.find(channelSignature);
  if (signatures === undefined) throw new ChatRefusal(401, 'The channel "api" is not set up here.');
  const refusal = await signatures.refusal(chatbotId, {
    timestamp: headers.get('x-conferbot-timestamp') ?? '',
    signature: headers.get('x-conferbot-signature') ?? '',
    body: text,
  });
  if (refusal !== undefined) throw new ChatRefusal(401, refusal);
}

async function verified(
  ctx: CallContext,
  chatbotId: string,
  proof: IdentityProof,
  said: SessionVisitor,
): Promise<SessionVisitor> {
  const answer = await ctx.find(visitorIdentity)?.verify(chatbotId, proof);
  if (answer === undefined) throw new ChatRefusal(401, 'Visitors cannot be verified here: it is not set up.');
  if ('refusal' in answer) throw new ChatRefusal(401, answer.refusal);
  const { userId, name, email } = answer;
  return {
    id: userId,
    verifiedBy: 'token' in proof ? 'token' : 'hash',
    fields: { ...said.fields, ...given({ name, email }) },
  };
}

/** What was written, without what was left empty. */
export function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const written = Object.entries(fields).filter((field): field is [string, string] => (field[1] ?? '') !== '');
  return Object.fromEntries(written);
}
