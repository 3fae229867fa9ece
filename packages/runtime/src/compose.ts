import {
  type Completion,
  type Contribution,
  contractVersion,
  type EventType,
  type Job,
  type Plugin,
  type Provider,
  type Route,
  type StorageRights,
  type Subscription,
} from '@conferbot/plugin';
import { type EntityClass, EntitySchema } from '@mikro-orm/core';
import { ComposeError, type ComposeErrorCode } from './compose-error.ts';
import type { StoreSchema } from './database/migrate.ts';
import { removeExpiredKeys } from './idempotency/remove-expired.ts';
import { preparePrompt, prepareResource, prepareTool } from './registry/prepare.ts';
import type { PreparedPrompt, PreparedResource, PreparedTool } from './registry/prepared.ts';
import { runtimeStorage } from './runtime-storage.ts';

/** A subscription under its full name `<plugin>:<subscription>`. */
export interface NamedSubscription extends Subscription {
  readonly id: string;
}

/** A job under its full name `<plugin>:<job>`. */
export interface NamedJob extends Job {
  readonly id: string;
}

/** Plugins that fit together, merged and prepared. Lists are sorted by plugin order, then by name. */
export interface Composition {
  readonly plugins: readonly Plugin[];
  readonly tools: ReadonlyMap<string, PreparedTool>;
  readonly resources: ReadonlyMap<string, PreparedResource>;
  readonly prompts: ReadonlyMap<string, PreparedPrompt>;
  readonly completions: ReadonlyMap<string, Completion>;
  readonly events: ReadonlyMap<string, EventType>;
  readonly subscriptions: readonly NamedSubscription[];
  readonly providers: ReadonlyMap<string, Provider>;
  readonly contributions: ReadonlyMap<string, readonly unknown[]>;
  readonly routes: readonly Route[];
  readonly jobs: readonly NamedJob[];
  readonly schema: StoreSchema;
}

export interface ComposeOptions {
  /** Characters that the name of a tool may have. Default 32: clients put prefixes before it and stop at 60 to 64. */
  readonly longestToolName?: number;
}

/**
 * Checks that plugins fit together and merges what they bring. Everything that does not depend on a call is
 * worked out here, once: schemas converted, names indexed.
 *
 * @throws ComposeError with a code for the first misfit.
 */
export function compose(plugins: readonly Plugin[], options: ComposeOptions = {}): Composition {
  for (const plugin of plugins) checkPlugin(plugin);
  checkVersions(plugins);
  indexBy('duplicate_plugin', 'plugin', plugins, plugin => plugin.id);

  const each = <T>(list: (plugin: Plugin) => readonly T[]): T[] => plugins.flatMap(list);
  const prepared = <S, T>(list: (plugin: Plugin) => readonly S[], prepare: (plugin: Plugin, spec: S) => T): T[] =>
    plugins.flatMap(plugin => list(plugin).map(spec => prepare(plugin, spec)));

  const tools = prepared(
    plugin => [...plugin.tools].sort(byName),
    (plugin, tool) => prepareTool(plugin, tool, options.longestToolName ?? 32),
  );
  const resources = prepared(plugin => plugin.resources, prepareResource);
  const prompts = prepared(plugin => [...plugin.prompts].sort(byName), preparePrompt);
  const subscriptions = plugins.flatMap(plugin =>
    plugin.subscriptions.map(subscription => ({ ...subscription, id: `${plugin.id}:${subscription.name}` })),
  );
  const jobs = [
    { ...removeExpiredKeys, id: `runtime:${removeExpiredKeys.name}` },
    ...plugins.flatMap(plugin => plugin.jobs.map(job => ({ ...job, id: `${plugin.id}:${job.name}` }))),
  ];
  const composition: Composition = {
    plugins: Object.freeze([...plugins]),
    tools: indexBy('duplicate_tool', 'tool', tools, entry => entry.tool.name),
    resources: indexBy('duplicate_resource', 'resource', resources, entry => entry.resource.uri),
    prompts: indexBy('duplicate_prompt', 'prompt', prompts, entry => entry.prompt.name),
    completions: indexBy(
      'duplicate_completion',
      'completion of',
      each(plugin => plugin.completions),
      entry => entry.argument,
    ),
    events: indexBy(
      'duplicate_event',
      'event',
      each(plugin => plugin.events),
      event => event.name,
    ),
    subscriptions: [...indexBy('duplicate_subscription', 'subscription', subscriptions, entry => entry.id).values()],
    providers: indexBy(
      'duplicate_service',
      'provider of',
      each(plugin => plugin.provides),
      provider => provider.ref.id,
    ),
    contributions: groupContributions(each(plugin => plugin.contributes)),
    routes: [
      ...indexBy(
        'duplicate_route',
        'route',
        each(plugin => plugin.routes),
        addressOf,
      ).values(),
    ],
    jobs: [...indexBy('duplicate_job', 'job', jobs, job => job.id).values()],
    schema: {
      entities: [...runtimeStorage.entities, ...each(plugin => plugin.storage.entities)],
      migrations: [...runtimeStorage.migrations, ...each(plugin => plugin.storage.migrations)],
      rights: mergeRights([runtimeStorage.rights, ...plugins.map(plugin => plugin.storage.rights)]),
    },
  };
  indexBy('duplicate_resource', 'resource name', resources, entry => entry.resource.name);
  indexBy('duplicate_migration', 'migration', composition.schema.migrations, migration => migration.name);
  indexBy('duplicate_entity', 'table', composition.schema.entities, tableOf);
  checkHttpBindings(tools);
  checkNeeds(composition);
  return Object.freeze(composition);
}

function checkPlugin(plugin: Plugin): void {
  if (plugin.contractVersion !== contractVersion) {
    throw new ComposeError(
      'contract_version',
      `Plugin "${plugin.id}" ${plugin.version} is written for contract ${plugin.contractVersion}, this runtime speaks contract ${contractVersion}. Run \`npm ls @conferbot/plugin\` to see who brings which, and install versions of the plugin and of @conferbot/runtime that share one major of it.`,
    );
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(plugin.id)) {
    throw new ComposeError('invalid_plugin_id', `"${plugin.id}" is not a plugin id: use kebab case.`);
  }
  for (const entity of plugin.storage.entities) {
    const schema = EntitySchema.REGISTRY.get(entity);
    if (schema === undefined) {
      throw new ComposeError(
        'unprotected_entity',
        `The entity ${entity.name} of plugin "${plugin.id}" ${plugin.version} is unknown to the @mikro-orm/core of this runtime. Run \`npm ls @mikro-orm/core\`, and keep one version of it: two copies do not know each other's tables.`,
      );
    }
    if (schema.meta.rowLevelSecurity !== 'force') {
      throw new ComposeError(
        'unprotected_entity',
        `The table ${tableOf(entity)} of plugin "${plugin.id}" is not under forced row-level security: spread workspaceOwned into its entity.`,
      );
    }
  }
  const tables = plugin.storage.entities.map(tableOf);
  for (const table of Object.values(plugin.storage.rights).flatMap(Object.keys)) {
    if (!tables.includes(table)) {
      throw new ComposeError(
        'foreign_table',
        `Plugin "${plugin.id}" gives rights in the table ${table}, which is none of its own.`,
      );
    }
  }
  for (const job of plugin.jobs) {
    if (!(job.every >= 1)) {
      throw new ComposeError('invalid_job', `Job "${job.name}" of plugin "${plugin.id}": every is at least 1 second.`);
    }
  }
}

/** Two versions of one plugin come from two copies of its package, which an installation can keep side by side. */
function checkVersions(plugins: readonly Plugin[]): void {
  for (const { id, version } of plugins) {
    const other = plugins.find(plugin => plugin.id === id && plugin.version !== version);
    if (other !== undefined) {
      throw new ComposeError(
        'duplicate_plugin',
        `There are two versions of plugin "${id}": ${version} and ${other.version}. Run \`npm ls @conferbot/${id}\` (or with the name of the package that it comes from) to see who brings which, and keep one.`,
      );
    }
  }
}

function checkHttpBindings(tools: readonly PreparedTool[]): void {
  const bound = tools.filter(entry => entry.tool.http !== undefined);
  indexBy(
    'duplicate_http_binding',
    'REST operation',
    bound,
    entry => `${entry.tool.http?.method} ${entry.tool.http?.path.replaceAll(/\{[^}]*\}/g, '{}')}`,
  );
  for (const { tool, pluginId, inputSchema } of bound) {
    for (const [, name = ''] of tool.http?.path.matchAll(/\{([^}]*)\}/g) ?? []) {
      if (!(name in inputSchema.properties)) {
        throw new ComposeError(
          'invalid_http_binding',
          `Tool "${tool.name}" of plugin "${pluginId}": its path names {${name}}, which is not a field of its input.`,
        );
      }
    }
  }
}

function checkNeeds(composition: Composition): void {
  for (const plugin of composition.plugins) {
    for (const ref of plugin.requires) {
      if (!composition.providers.has(ref.id)) {
        throw new ComposeError(
          'missing_service',
          `Plugin "${plugin.id}" needs the service "${ref.id}", which no composed plugin provides.`,
        );
      }
    }
    for (const { name, event, optional } of plugin.subscriptions) {
      if (optional !== true && event !== '*' && !composition.events.has(event)) {
        throw new ComposeError(
          'unknown_event',
          `Subscription "${name}" of plugin "${plugin.id}" waits for "${event}", which no composed plugin publishes.`,
        );
      }
    }
  }
}

function indexBy<T>(
  code: ComposeErrorCode,
  what: string,
  list: readonly T[],
  keyOf: (entry: T) => string,
): Map<string, T> {
  const index = new Map<string, T>();
  for (const entry of list) {
    const key = keyOf(entry);
    if (index.has(key)) throw new ComposeError(code, `There are two: ${what} "${key}". Rename or leave out one.`);
    index.set(key, entry);
  }
  return index;
}

function groupContributions(contributions: readonly Contribution[]): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const { point, value } of contributions) {
    const group = groups.get(point.id);
    if (group === undefined) groups.set(point.id, [value]);
    else group.push(value);
  }
  return groups;
}

/** Each plugin names its own tables only, so nothing can collide. */
function mergeRights(all: readonly StorageRights[]): StorageRights {
  const merged = (role: keyof StorageRights) => Object.assign({}, ...all.map(rights => rights[role]));
  return { app: merged('app'), worker: merged('worker'), control: merged('control') };
}

function addressOf(route: Route): string {
  return `${route.method} ${route.path.replaceAll(/\{[^}]*\}/g, '{}')}`;
}

function tableOf(entity: EntityClass<object>): string {
  return EntitySchema.REGISTRY.get(entity)?.tableName ?? entity.name;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
