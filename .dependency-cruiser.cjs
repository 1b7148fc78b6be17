/** Who may import whom (README: where things live). Tests may import anything but each other. */
const tests = '\\.test\\.tsx?$|/testing/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Types alone may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the-schema-is-the-contract',
      comment: 'The web client knows the API by schema.graphql alone, and the API nothing of its client.',
      severity: 'error',
      from: { path: '^(web|api)/' },
      to: { path: '^(web|api)/', pathNot: '^$1/' },
    },
    {
      name: 'tests-stay-out-of-the-program',
      severity: 'error',
      from: { pathNot: `${tests}|^(bench|e2e)/|/jest\\.` },
      to: { path: tests },
    },
    {
      name: 'no-room-knows-the-house',
      comment: 'What is put together in app, server and main does not depend on how.',
      severity: 'error',
      from: { path: '^api/src/[^/]+/', pathNot: `${tests}|^api/src/cli/` },
      to: {
        path: '^api/src/(main|app|server|schema|env|health|open-context)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'imports-follow-foreign-keys',
      comment: 'message → conversation → contact → tenancy, never back.',
      severity: 'error',
      from: { path: '^api/src/(contact|conversation|message)/', pathNot: tests },
      to: { path: '^api/src/message/', pathNot: '^api/src/$1/' },
    },
    {
      name: 'contacts-know-no-conversations',
      severity: 'error',
      from: { path: '^api/src/contact/', pathNot: tests },
      to: { path: '^api/src/(conversation|message)/' },
    },
    {
      name: 'tenancy-knows-no-feature',
      comment: 'Only the pool map names their entities, which a DataSource asks for.',
      severity: 'error',
      from: { path: '^api/src/(tenancy|access|live|database|validation)/', pathNot: `${tests}|/pool-map\\.ts$` },
      to: { path: '^api/src/(contact|conversation|message)/' },
    },
    {
      name: 'the-database-is-below-everything',
      severity: 'error',
      from: { path: '^api/src/database/', pathNot: tests },
      to: { path: '^api/src/(tenancy|access|live|cli)/' },
    },
    {
      name: 'features-get-a-manager',
      comment: 'No feature learns that a pool exists.',
      severity: 'error',
      from: { path: '^api/src/(contact|conversation|message)/', pathNot: tests },
      to: { path: '^api/src/database/(connection-budget|lane|open-database|embedded)|^node_modules/pg/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'They run unchanged for years, whatever becomes of the code.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: tests },
      to: { path: '^(api|web)/' },
    },
    {
      name: 'web-features-meet-in-routes',
      severity: 'error',
      from: { path: '^web/app/(companies|contact|conversation|dashboard)/', pathNot: tests },
      to: { path: '^web/app/(companies|contact|conversation|dashboard|routes)/', pathNot: '^web/app/$1/' },
    },
    {
      name: 'ui-knows-no-graphql',
      severity: 'error',
      from: { path: '^web/app/ui/', pathNot: tests },
      to: {
        path: '^web/app/(generated|apollo|companies|contact|conversation|dashboard|routes|shell)/|^node_modules/@apollo/',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.react-router)/' },
  },
};
