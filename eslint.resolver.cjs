// Tells the doors' lint rule which file an import names: our two aliases and relative paths, as tsconfig has them.
const { existsSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const ALIASES = { '~/': 'app', '~db/': 'db' };
const ENDINGS = ['', '.ts', '.tsx', '.js', '.mjs', '/index.ts', '/index.tsx'];
const isFile = (path) => existsSync(path) && statSync(path).isFile();

exports.interfaceVersion = 2;
exports.resolve = (name, from) => {
  const alias = Object.keys(ALIASES).find((start) => name.startsWith(start));
  if (!alias && !name.startsWith('.')) return { found: false };
  const base = alias
    ? join(__dirname, ALIASES[alias], name.slice(alias.length))
    : resolve(dirname(from), name);
  const path = ENDINGS.map((ending) => base + ending).find(isFile);
  return path ? { found: true, path } : { found: false };
};
