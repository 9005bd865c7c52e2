// Writes docs/rights.md from the matrices of commands and routes.
import { writeFileSync } from 'node:fs';
import { rightsDocument } from '../app/server/rights-document';

writeFileSync(new URL('../docs/rights.md', import.meta.url), rightsDocument());
