// The architecture as rules that fail; docs/architecture.md gives the reasons.

const foundation = 'plugin|runtime|accounts|testing|flow-engine|egress|views';
const plugin = `^packages/(?!(?:${foundation})/)([^/]+)/`;
const production = '^(?:packages|servers)/(?!testing/)[^/]+/src/';
const server = '^(?:servers|examples|bench|scripts)/';
const test = '^(?:packages|servers|examples)/[^/]+/test/|^bench/|^scripts/test/';

/** An npm package by name, wherever its files are. */
const npm = names => `(?:^|node_modules/)(?:${names})(?:/|$)`;

module.exports = {
  forbidden: [
    {
      name: 'plugins-meet-by-contract',
      comment:
        'A plugin imports @conferbot/plugin, the flow engine, guarded egress, views and the /contract of other plugins.',
      severity: 'error',
      from: { path: `${plugin}src/` },
      to: {
        path: '^(?:packages|servers|examples|bench|scripts)/',
        pathNot: [
          '^packages/$1/',
          '^packages/(?:plugin|flow-engine|egress|views)/',
          `^packages/(?!(?:runtime|testing)/)[^/]+/(?:src/contract\\.ts|dist/contract\\.)`,
        ],
      },
    },
    {
      name: 'contract-is-a-leaf',
      comment:
        'contract.ts, and the files that it is made of, import @conferbot/plugin, the flow engine, zod and contracts.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/contract(?:/|\\.ts$)' },
      to: {
        pathNot: [
          '^packages/(?:plugin|flow-engine)/',
          '^packages/$1/src/contract/',
          '^packages/[^/]+/(?:src/contract\\.ts|dist/contract\\.)',
          npm('zod'),
        ],
      },
    },
    {
      name: 'foundation-points-down',
      comment:
        '@conferbot/plugin, the flow engine and egress import nothing of ours; the runtime and views only @conferbot/plugin.',
      severity: 'error',
      from: { path: '^packages/(plugin|flow-engine|egress|runtime|views)/src/' },
      to: { path: '^(?:packages|servers|examples|bench|scripts)/', pathNot: ['^packages/$1/', '^packages/plugin/'] },
    },
    {
      name: 'flow-engine-is-pure',
      severity: 'error',
      from: { path: '^packages/flow-engine/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'accounts-knows-no-domain',
      severity: 'error',
      from: { path: '^packages/accounts/src/' },
      to: { path: `${plugin}|^packages/testing/|^(?:servers|examples|bench|scripts)/` },
    },
    {
      name: 'only-runtime-speaks-mcp',
      comment: 'The MCP SDKs stay behind the runtime. Tests, the testbed, benchmarks and examples use the clients.',
      severity: 'error',
      from: { path: '^(?:packages|servers)/', pathNot: ['^packages/(?:runtime|testing)/', test] },
      to: { path: npm('@modelcontextprotocol') },
    },
    {
      name: 'only-servers-listen',
      severity: 'error',
      from: { path: '^packages/', pathNot: [test] },
      to: { path: npm('koa|@koa|express|fastify|hono') },
    },
    {
      name: 'only-servers-choose-a-database',
      comment: 'Drivers belong to hosts, to the database folder of the runtime and to the testbed.',
      severity: 'error',
      from: { path: '^packages/', pathNot: ['^packages/runtime/src/database/', '^packages/testing/', test] },
      to: { path: npm('pg|pg-[^/]+|@mikro-orm/postgresql|@mikro-orm/pglite|@electric-sql/pglite') },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: production },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'no-test-in-production',
      severity: 'error',
      from: { pathNot: [test] },
      to: { path: '^(?:packages|servers|examples)/[^/]+/test/|^bench/test/' },
    },
    {
      name: 'no-server-below',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: server },
    },
    {
      name: 'no-circle',
      comment: 'Types may name each other; code may not load in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-way-round-exports',
      comment: 'Another package is imported by its name; only scripts, which check its insides, look inside.',
      severity: 'error',
      from: { path: '^((?:packages|servers|examples)/[^/]+|bench)/' },
      to: { path: '^(?:(?:packages|servers|examples)/[^/]+|bench)/', pathNot: ['^$1/'], dependencyTypes: ['local'] },
    },
    {
      name: 'entities-are-private',
      severity: 'error',
      from: { path: '^((?:packages|servers|examples)/[^/]+|bench|scripts)/' },
      to: { path: '/entities/', pathNot: ['^$1/', 'node_modules/'] },
    },
    {
      name: 'entities-leave-no-root',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/(?:index|contract)\\.ts$' },
      to: { path: '^packages/[^/]+/src/.*entities/' },
    },
    {
      name: 'telling-names',
      comment: 'A file is named for its one concept.',
      severity: 'error',
      from: {},
      to: {
        path: '(?:^|/)(?:utils?|helpers?|common|services|types)(?:\\.[cm]?[jt]s$|/)',
        pathNot: 'node_modules/',
      },
    },
    {
      name: 'no-missing-import',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies',
      comment: 'What is imported stands in the package.json of the package that imports it.',
      severity: 'error',
      from: { path: '^(?:packages|servers|examples)/[^/]+/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-dependency-in-production',
      severity: 'error',
      from: { path: production },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional', 'type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@conferbot/source', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
};
