import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema/journal.ts', './db/schema/projections.ts', './db/schema/not-record.ts'],
  out: './db/migrations',
});
