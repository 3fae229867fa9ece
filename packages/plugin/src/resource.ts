import type { z } from 'zod';
import type { CallContext } from './context.ts';

export interface ResourceSpec {
  /** Fixed (`conferbot://chatbots`) or with parameters in braces (`conferbot://chatbot/{chatbotId}`). */
  readonly uri: string;
  /** Kebab case, unique in a composition. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Default `application/json`. */
  readonly mimeType?: string;
}

/** A resource as the runtime sees it. Make one with {@link defineResource}. */
export interface Resource extends ResourceSpec {
  /** One string field for each parameter of the address. */
  readonly params: z.ZodObject | undefined;
  readonly read: (params: never, ctx: CallContext) => Promise<ResourceBody>;
}

/** An object is sent as JSON, a string as text, bytes in base 64. */
export type ResourceBody = object | string | Uint8Array;

export interface ResourceBuilder<Params> {
  read(handler: (params: Params, ctx: CallContext) => Promise<ResourceBody>): Resource;
}

/** Defines a resource in two steps: `defineResource({ … }).read(async (params, ctx) => data)`. */
export function defineResource<P extends z.ZodObject>(
  spec: ResourceSpec & { readonly params: P },
): ResourceBuilder<z.output<P>>;
export function defineResource(
  spec: ResourceSpec & { readonly params?: undefined },
): ResourceBuilder<Record<string, never>>;
export function defineResource(
  spec: ResourceSpec & { readonly params?: z.ZodObject | undefined },
): ResourceBuilder<never> {
  return { read: handler => Object.freeze({ ...spec, params: spec.params, read: handler }) };
}
