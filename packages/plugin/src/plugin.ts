import type { EntityClass, MigrationObject } from '@mikro-orm/core';
import type { Completion } from './completion.ts';
import type { EventType, Subscription } from './event.ts';
import type { Job } from './job.ts';
import type { Prompt } from './prompt.ts';
import type { Resource } from './resource.ts';
import type { Route } from './route.ts';
import type { Contribution, Provider, ServiceRef } from './service.ts';
import type { Tool } from './tool.ts';

/** Version of the contract that this package describes; a composition refuses plugins of another one. */
export const contractVersion = 1;

export type TableRight = 'select' | 'insert' | 'update' | 'delete';

/** Rights by name of the table. */
export type TableRights = Readonly<Record<string, readonly TableRight[]>>;

/** What each role may do in the tables of a plugin, see {@link databaseRoles}. */
export interface StorageRights {
  /** Calls. A table of workspaces that is not named gives every right. */
  readonly app: TableRights;
  /** Jobs and public routes, outside a workspace. What is not named is denied. */
  readonly worker: TableRights;
  /** The control plane. What is not named is denied. */
  readonly control: TableRights;
}

export interface Storage {
  /** Entity classes, by reference. Every table must be forced under row-level security. */
  readonly entities: readonly EntityClass<object>[];
  /** Migrations by class, in order; names are unique in a composition: `<timestamp>_<plugin>_<what>`. */
  readonly migrations: readonly MigrationObject[];
  readonly rights: StorageRights;
}

/** A domain as data: frozen, made by a factory, checked as a whole by `compose()` before anything starts. */
export interface Plugin {
  readonly contractVersion: number;
  /** Kebab case; also the name of the toolset. */
  readonly id: string;
  readonly version: string;
  /**
   * Left out of what a client is offered by default. A client that names its toolset gets it, and so does a key
   * that is made for it. A host that offers it to all composes `{ ...plugin, optIn: false }`.
   */
  readonly optIn: boolean;
  readonly tools: readonly Tool[];
  readonly resources: readonly Resource[];
  readonly prompts: readonly Prompt[];
  readonly completions: readonly Completion[];
  readonly storage: Storage;
  /** Events that this plugin publishes. */
  readonly events: readonly EventType[];
  readonly subscriptions: readonly Subscription[];
  readonly provides: readonly Provider[];
  readonly contributes: readonly Contribution[];
  /** Services that this plugin cannot do without. */
  readonly requires: readonly ServiceRef<unknown>[];
  readonly routes: readonly Route[];
  readonly jobs: readonly Job[];
}

/** What a factory states; everything but `id` and `version` may be left out. */
export type PluginSpec = Pick<Plugin, 'id' | 'version'> &
  Partial<Omit<Plugin, 'contractVersion' | 'storage'>> & {
    readonly storage?: Partial<Omit<Storage, 'rights'>> & { readonly rights?: Partial<StorageRights> };
  };

/** Completes a specification to a frozen {@link Plugin}. */
export function definePlugin(spec: PluginSpec): Plugin {
  const { entities = [], migrations = [], rights } = spec.storage ?? {};
  return Object.freeze({
    contractVersion,
    optIn: false,
    tools: [],
    resources: [],
    prompts: [],
    completions: [],
    events: [],
    subscriptions: [],
    provides: [],
    contributes: [],
    requires: [],
    routes: [],
    jobs: [],
    ...spec,
    storage: Object.freeze({ entities, migrations, rights: { app: {}, worker: {}, control: {}, ...rights } }),
  });
}
