import type { CallContext } from './context.ts';

/** Names a service that one plugin provides and others use. The type lives in the compiler only. */
export interface ServiceRef<T> {
  readonly id: string;
  readonly '~service'?: T;
}

export interface Provider {
  readonly ref: ServiceRef<unknown>;
  /** Made at most once per call, when first used. */
  readonly create: (ctx: CallContext) => unknown;
}

/** Names a place where any number of plugins contribute a value. */
export interface ExtensionPoint<T> {
  readonly id: string;
  readonly '~contribution'?: T;
}

export interface Contribution {
  readonly point: ExtensionPoint<unknown>;
  readonly value: unknown;
}

/** Declares a service; put it into a `contract.ts`. `id` is `<plugin>.<kebab-name>`. */
export function defineService<T>(id: string): ServiceRef<T> {
  return { id };
}

/** Implements a declared service. A composition has one provider per service. */
export function provide<T>(ref: ServiceRef<T>, create: (ctx: CallContext) => NoInfer<T>): Provider {
  return { ref, create };
}

/** Declares an extension point; put it into a `contract.ts`. `id` is `<plugin>.<kebab-name>`. */
export function defineExtensionPoint<T>(id: string): ExtensionPoint<T> {
  return { id };
}

/** Adds a value to an extension point. */
export function contribute<T>(point: ExtensionPoint<T>, value: NoInfer<T>): Contribution {
  return { point, value };
}
