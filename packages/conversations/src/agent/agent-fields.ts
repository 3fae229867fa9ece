import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';
import type { Agent } from '../contract.ts';

const name = z.string().trim().min(1).max(100);

/** Members of bodies that say who is acting. */
export const agentFields = { agent: z.strictObject({ name }).optional() };

/** Null for nobody in particular. */
export const assignee = name.nullable();

/** Who is acting; the name of the key where nobody is named. */
export function agentOf(ctx: CallContext, agent: Agent | undefined): Agent {
  return agent ?? { name: ctx.principal.name };
}
