import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { policies, rooms } from './eslint.doors.js';

const SOURCE = ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'server.ts'];
const TESTS = ['**/*.test.{ts,tsx}', '**/testing/**', 'tests/**', 'e2e/**'];

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only app/server/config.ts reads the environment, so that every setting is listed in one place.',
};
const formReader = {
  selector: "CallExpression[callee.property.name='formData']",
  message: 'Only app/server/read-form.ts reads a form: it holds the limits of bytes, fields and time.',
};
const everywhere = [
  {
    selector: "JSXIdentifier[name='Await'], JSXIdentifier[name='Suspense']",
    message: 'It shows nothing without JavaScript: await in the loader.',
  },
  {
    selector: "MemberExpression[object.name='z'][property.name='coerce']",
    message: 'z.coerce makes 0 of blank: command schemas never coerce; decodeForm maps forms.',
  },
  {
    selector: "JSXAttribute[name.name='style']",
    message:
      'The Content-Security-Policy stops style attributes, in SVG too: use a class or an SVG attribute.',
  },
  {
    selector: "TSAsExpression[typeAnnotation.type='TSAnyKeyword']",
    message: 'A cast to any switches the types off: narrow it or parse it.',
  },
];
const clocks = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The core has no clock: take context.now or context.today.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The core has no clock: take context.now or context.today.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The core throws no dice: take context.ids.',
  },
  {
    selector: "CallExpression[callee.object.name='crypto'][callee.property.name=/^random/]",
    message: 'The core throws no dice: take context.ids.',
  },
];

const showsNothing = {
  name: 'react',
  importNames: ['Suspense', 'lazy'],
  message: 'Suspense shows nothing without JavaScript: await in the loader.',
};
const deferred = ['@remix-run/react', '@remix-run/node'].map((name) => ({
  name,
  importNames: ['Await', 'defer'],
  message: 'Deferred data shows nothing without JavaScript: await in the loader.',
}));
const store = {
  group: ['drizzle-orm', 'drizzle-orm/*', 'better-sqlite3'],
  message: 'Only db/ speaks to the database.',
};
const outsideCore = {
  group: ['react', 'react-dom', '@remix-run/*', 'express', 'pino', 'node:*', '!node:crypto', 'fs', 'path'],
  message: 'The core is pure TypeScript: no input or output, no React, no Remix.',
};

const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...everywhere, ...rules] });
const imports = (...patterns) => ({
  'no-restricted-imports': ['error', { paths: [showsNothing, ...deferred], patterns }],
});

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'build',
      'data',
      '.cache',
      'db/migrations',
      'test-results',
      'playwright-report',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-empty': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], languageOptions: { globals: { ...globals.node } } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // GOV.UK's skip link moves focus to main, and scrolling boxes of tables must take the keyboard.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['main'], roles: ['region', 'tabpanel', 'alert'] },
      ],
      'jsx-a11y/no-redundant-roles': 'off',
    },
  },
  { files: SOURCE, rules: { ...syntax(environment, formReader), ...imports(store) } },
  { files: ['db/**/*.ts'], rules: { ...imports() } },
  {
    files: ['app/core/**/*.ts'],
    rules: { ...syntax(environment, formReader, ...clocks), ...imports(store, outsideCore) },
  },
  { files: ['app/server/config.ts'], rules: { ...syntax(formReader) } },
  { files: ['app/server/read-form.ts'], rules: { ...syntax(environment) } },
  {
    files: SOURCE,
    ignores: TESTS,
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms,
      'import/resolver': { [fileURLToPath(new URL('./eslint.resolver.cjs', import.meta.url))]: {} },
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'allow', policies }] },
  },
  { files: TESTS, rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' } },
);
