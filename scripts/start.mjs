// npm start: everything from a fresh clone to an open tracker. --production: without demonstration accounts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './steps.mjs';

const asked = new Set(process.argv.slice(2));
const development = asked.has('--development');

checkNode();
process.chdir(root);
await ensureInstalled();
process.env.NODE_ENV = development ? 'development' : 'production';
if (asked.has('--production')) process.env.TRACKER_MODE = 'production';
else process.env.TRACKER_MODE ??= 'demonstration';
if (!development) await ensureBuilt();

// In this same process, so that a signal to npm start reaches the server itself.
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(join(root, 'server.ts')).href);
