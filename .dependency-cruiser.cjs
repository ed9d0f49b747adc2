// Who may import whom. Section "Direction" of ARCHITECTURE.md says it in words; this file makes it true.

const neighbours = ['people', 'places']
const others = ['alerts', 'consultations', 'emergencies', 'news', 'notices', 'public-services', 'reports']
const subjects = [...neighbours, ...others]
const anySubject = `(?:${subjects.join('|')})`
const tests = '\\.test\\.ts$'
const serverFile = '(?:\\.|/\\+)server\\.ts$'
/** An action: a file of its own at the top of a subject. */
const action = `^src/${anySubject}/[^/]+\\.ts$`
/** Files that end up in a browser: screens, the look, and pages that are not marked as the server's. */
const browserSide = `^src/(?:${anySubject}/ui|design|routes)/`
/** What every rule may use: Zod, the platform's pure part, and who is acting. */
const forRules = ['^node_modules/zod/', '^src/platform/pure/', '^src/platform/actor\\.ts$']

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere escapes every wall.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app|\\$env|\\$service-worker|geojson$|\\./\\$types$)' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule uses rules of its subject, of people and places, Zod and platform/pure.',
      severity: 'error',
      from: { path: `^src/(${anySubject})/rules/`, pathNot: tests },
      to: {
        pathNot: ['^src/$1/rules/', `^src/(?:${neighbours.join('|')})/rules/`, ...forRules],
      },
    },
    {
      name: 'pure-is-pure',
      comment: 'platform/pure runs everywhere; it uses itself and Zod.',
      severity: 'error',
      from: { path: ['^src/platform/pure/', '^src/platform/actor\\.ts$'], pathNot: tests },
      to: { pathNot: forRules },
    },
    {
      name: 'store-is-private',
      comment: 'Only its own subject knows a table, also by type; src/main/tables.ts puts them together.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: [tests, '^src/main/'] },
      to: { path: `^src/${anySubject}/store/`, pathNot: '^src/$1/store/' },
    },
    {
      name: 'store-only-stores',
      comment: 'A store makes no decisions: it uses its own store, the types of rules, and the platform.',
      severity: 'error',
      from: { path: `^src/(${anySubject})/store/`, pathNot: tests },
      to: { path: [action, `^src/${anySubject}/ui/`, '^src/(?:design|routes|main)/'] },
    },
    {
      name: 'screens-stay-in-the-browser',
      comment: 'What a browser loads knows no server file, no store, no action, no Node.',
      severity: 'error',
      from: { path: browserSide, pathNot: [tests, serverFile] },
      to: {
        path: [
          serverFile,
          `^src/${anySubject}/store/`,
          action,
          '^src/main/',
          '^(?:node_modules/)?(?:kysely|pg|pg-boss)(?:/|$)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'screens-know-no-node',
      comment: 'A browser has no Node.',
      severity: 'error',
      from: { path: browserSide, pathNot: [tests, serverFile] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'design-knows-nobody',
      comment: 'The look knows no subject; subjects and routes use it.',
      severity: 'error',
      from: { path: '^src/design/', pathNot: tests },
      to: { path: `^src/(?:${anySubject}|routes|main)/` },
    },
    {
      name: 'pages-never-query',
      comment: 'A page calls an action; it sees no store and no database.',
      severity: 'error',
      from: { path: '^src/(?:routes/|hooks)', pathNot: tests },
      to: {
        path: [
          `^src/${anySubject}/store/`,
          '^node_modules/(?:@types/)?(?:kysely|pg|pg-boss)/',
          '\\.jobs\\.ts$',
        ],
      },
    },
    {
      name: 'platform-knows-nobody',
      comment: 'The platform is under everything and knows nothing above it.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: `^src/(?:${anySubject}|main|routes|design)/` },
    },
    {
      name: 'subjects-know-no-entry',
      comment: 'A subject does not know who calls it.',
      severity: 'error',
      from: { path: `^src/${anySubject}/`, pathNot: tests },
      to: { path: '^src/(?:main|routes)/' },
    },
    {
      name: 'actions-have-no-look',
      comment: 'Actions and rules speak in codes; words and looks are for screens.',
      severity: 'error',
      from: { path: `^src/${anySubject}/(?!ui/)`, pathNot: tests },
      to: { path: [`^src/${anySubject}/ui/`, '^src/design/'] },
    },
    {
      name: 'subjects-stay-apart',
      comment: 'Subjects speak through events and src/main/reactions.ts; people and places are open to all.',
      severity: 'error',
      from: { path: `^src/(${others.join('|')})/`, pathNot: tests },
      to: { path: `^src/(?:${others.join('|')})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'people-and-places-stay-apart',
      comment: 'People and places know no subject, and not each other.',
      severity: 'error',
      from: { path: `^src/(${neighbours.join('|')})/`, pathNot: tests },
      to: { path: `^src/${anySubject}/`, pathNot: '^src/$1/' },
    },
    {
      name: 'only-tests-import-tests',
      comment: 'What runs in production does not need what tests it.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^tests/', '^bench/', tests] },
    },
    {
      name: 'no-development-tools',
      comment: 'What src needs at run time stands under dependencies.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [tests, '\\.d\\.ts$', '^src/main/(?:test-all|find-browser|take-screenshots)\\.ts$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-listed-packages',
      comment: 'A package that package.json does not name is there by chance.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'inner-imports-by-path',
      comment: 'Another folder is reached by #…, so that moving a file does not change who it knows.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: '^src/$1/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased', 'aliased-subpath-import'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/design/messages/' },
    tsPreCompilationDeps: 'specify',
    combinedDependencies: false,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'node', 'import', 'require', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts', '.json'],
      mainFields: ['svelte', 'module', 'main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
}
