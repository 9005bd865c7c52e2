/**
 * The rooms of the code and their doors: which room may import which, and why not more. Tests may look into any
 * room. CONTRIBUTING.md says the same in words.
 */
const pattern = {
  core: 'app/core',
  shell: 'app/shell',
  documents: 'app/documents',
  features: 'app/features',
  ui: 'app/ui',
  routes: 'app/routes',
  server: 'app/server',
  cli: 'app/cli',
  'db-queries': 'db/queries',
  db: 'db',
};

export const rooms = Object.entries(pattern).map(([type, folder]) => ({ type, pattern: folder }));

const doors = {
  core: [[], 'the core decides and explains: it is pure, so it knows no other room'],
  db: [['core', 'db-queries'], 'db keeps what the core says; whoever asks it stands above it'],
  'db-queries': [['core', 'db'], 'queries read tables for the pages; they know nothing above db'],
  shell: [
    ['core', 'db', 'db-queries'],
    'the shell makes decisions true: it needs the core and the store only',
  ],
  documents: [['core'], 'documents turn files into the record’s words; storing and showing are others’ work'],
  features: [
    ['core', 'ui'],
    'features draw what they are given: they fetch nothing and reach no server code',
  ],
  ui: [[], 'ui is the design system: no words of the domain, so no other room'],
  routes: [
    ['core', 'shell', 'documents', 'features', 'ui', 'server', 'db-queries'],
    'routes are HTTP only: they read through db/queries and write through the shell, never the store itself',
  ],
  server: [
    ['core', 'shell', 'db', 'db-queries', 'documents'],
    'server code carries sessions and configuration; pages are the routes’ work',
  ],
  cli: [
    ['core', 'shell', 'db', 'db-queries', 'documents', 'server'],
    'the command line is a door of its own beside the routes; it draws no pages',
  ],
};

export const policies = Object.entries(doors).map(([from, [open, reason]]) => ({
  from: { element: { type: from } },
  disallow: {
    to: {
      element: { types: { anyOf: Object.keys(pattern).filter((to) => to !== from && !open.includes(to)) } },
    },
  },
  message: `${pattern[from]} must not import this: ${reason}.`,
}));
