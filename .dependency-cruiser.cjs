/** Who may import whom (README: where things live). Tests may import anything but each other. */
const tests = '\\.test\\.tsx?$|/testing/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Types neither.',
      severity: 'error',
      from: {},
      to: { circular: true },
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
      comment: 'What is put together in the hall does not depend on how.',
      severity: 'error',
      from: { path: '^api/src/[^/]+/', pathNot: `${tests}|^api/src/cli/|^api/src/http/server\\.ts$` },
      to: { path: '^api/src/(main|app|schema|features|env)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'imports-follow-foreign-keys',
      comment: 'message → conversation → contact → tenancy, never back.',
      severity: 'error',
      from: { path: '^api/src/(contact|conversation)/', pathNot: tests },
      to: { path: '^api/src/message/' },
    },
    {
      name: 'contacts-know-no-conversations',
      severity: 'error',
      from: { path: '^api/src/contact/', pathNot: tests },
      to: { path: '^api/src/(label|conversation|message)/' },
    },
    {
      name: 'labels-know-no-conversations',
      severity: 'error',
      from: { path: '^api/src/label/', pathNot: tests },
      to: { path: '^api/src/(contact|conversation|message)/' },
    },
    {
      name: 'below-the-nouns',
      comment: 'Nouns add to these rooms in their `.feature.ts`; nothing here knows one of them.',
      severity: 'error',
      from: { path: '^api/src/(tenancy|access|live|jobs|database|graphql|http|reads|export)/', pathNot: tests },
      to: {
        path: '^api/src/(contact|label|conversation|message|canned-reply|saved-view|inbox|search|stats|scheduled-message|notification|presence|gateway|custom-field|contact-[a-z]+)/',
      },
    },
    {
      name: 'the-database-is-below-everything',
      severity: 'error',
      from: { path: '^api/src/(database|embedded-postgres)/', pathNot: tests },
      to: {
        path: '^api/src/',
        pathNot: '^api/src/(database|embedded-postgres)/|^api/src/(env|repository-root)\\.ts$',
      },
    },
    {
      name: 'the-server-is-for-those-who-open-a-database',
      severity: 'error',
      from: {
        path: '^api/src/',
        pathNot: `${tests}|^api/src/embedded-postgres/|^api/src/database/open-database\\.ts$`,
      },
      to: { path: '^api/src/embedded-postgres/' },
    },
    {
      name: 'nouns-get-a-manager',
      comment: 'No noun learns that a pool, a registry or a process exists.',
      severity: 'error',
      from: {
        path: '^api/src/(contact|label|conversation|message|canned-reply|saved-view|inbox|search|stats|scheduled-message|notification|presence|gateway|custom-field|contact-[a-z]+)/',
        pathNot: tests,
      },
      to: {
        path: '^api/src/database/(connection-budget|lane|gate|transaction|open-database|roles|requirements)|^api/src/(http|live/(?!events|rows)|jobs)/|^api/src/tenancy/(?!tenant\\.ts)|^node_modules/pg/',
      },
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
      from: {
        path: '^web/app/(access|companies|contact|conversation|conversation-preview|dashboard|notifications)/',
        pathNot: tests,
      },
      to: {
        path: '^web/app/(access/[^/]+|companies|contact|conversation|dashboard|notifications|routes)/',
        pathNot: '^web/app/$1/',
      },
    },
    {
      name: 'list-and-form-stand-alone',
      comment: 'Of the rooms of contact/ only the details know another: they open the form.',
      severity: 'error',
      from: { path: '^web/app/contact/(list|form)/', pathNot: tests },
      to: { path: '^web/app/contact/(list|form|details)/', pathNot: '^web/app/contact/$1/' },
    },
    {
      name: 'details-know-no-list',
      severity: 'error',
      from: { path: '^web/app/contact/details/', pathNot: tests },
      to: { path: '^web/app/contact/list/' },
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
