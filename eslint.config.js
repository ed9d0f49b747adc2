import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-params': ['error', { max: 3 }],
}

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that one thing has one name everywhere.',
}
const reExport = {
  selector: 'ExportAllDeclaration',
  message: 'Import from the file that has it; there are no barrels.',
}
const enumeration = {
  selector: 'TSEnumDeclaration',
  message: 'A closed set is a union of its names.',
}
const dynamicImport = {
  // A page may fetch a screen that few of its readers need when one of them does.
  selector: ':function ImportExpression[source.value=/^[.#](?!.*\\.svelte$)/]',
  message: 'Import at the top; an import inside a function hides a dependency.',
}
const clock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Rules have no clock: take the moment as a value.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Rules have no clock: take the moment as a value.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Rules have no clock: take the moment as a value.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Rules know no chance: take what was drawn as a value.',
  },
  {
    selector: 'MemberExpression[object.name="crypto"]',
    message: 'Rules know no chance: take what was drawn as a value.',
  },
]
const environment = {
  object: 'process',
  property: 'env',
  message: 'Variables are read once, in src/main/config.ts.',
}

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': [
    'error',
    { checksVoidReturn: { arguments: false, properties: false } },
  ],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
}

export default tseslint.config(
  {
    ignores: [
      '.svelte-kit/',
      'build/',
      'data/',
      'node_modules/',
      'playwright-report/',
      'src/design/messages/',
      'static/',
      'test-results/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.{ts,js,cjs,svelte}'],
    languageOptions: { globals: { ...globals.node, Temporal: 'readonly' } },
    rules: {
      ...sizes,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-undef': 'off',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', defaultExport, reExport, enumeration, dynamicImport],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts', '*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  {
    files: ['src/**/*.svelte'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser } },
    rules: {
      // A page may fetch what only some of its readers need, such as the map, when they need it.
      'no-restricted-syntax': ['error', reExport, enumeration],
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/main/**'],
    rules: { 'no-restricted-properties': ['error', environment] },
  },
  {
    files: ['src/*/rules/**/*.ts', 'src/platform/pure/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', defaultExport, reExport, enumeration, dynamicImport, ...clock],
    },
  },
  {
    files: ['src/main/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: [
      '*.config.{js,ts}',
      '*.cjs',
      '**/*.d.ts',
      'tests/world/database.ts',
      'tests/journeys/support/setup.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', reExport, enumeration] },
  },
  {
    files: ['**/*.test.ts', '**/*.journey.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      'max-params': 'off',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
)
