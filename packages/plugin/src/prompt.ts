import type { z } from 'zod';
import type { PromptMessage } from './content.ts';
import type { CallContext } from './context.ts';

export interface PromptSpec {
  /** Kebab case. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** A prompt as the runtime sees it. Make one with {@link definePrompt}. */
export interface Prompt extends PromptSpec {
  /** Fields that take strings: clients send prompt arguments as text. */
  readonly args: z.ZodObject;
  readonly get: (args: never, ctx: CallContext) => Promise<readonly PromptMessage[]>;
}

export interface PromptBuilder<Args> {
  get(handler: (args: Args, ctx: CallContext) => Promise<readonly PromptMessage[]>): Prompt;
}

/** Defines a prompt in two steps: `definePrompt({ …, args }).get(async (args, ctx) => messages)`. */
export function definePrompt<A extends z.ZodObject>(
  spec: PromptSpec & { readonly args: A },
): PromptBuilder<z.output<A>> {
  return { get: handler => Object.freeze({ ...spec, get: handler }) };
}
