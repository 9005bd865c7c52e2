import { pino } from 'pino';
import { processLogLevel } from './config';

/** The server's log: one JSON object a line on standard error. Secrets and typed text are never given to it. */
export const log = pino(
  {
    base: null,
    level: processLogLevel(),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['password', 'token', 'cookie', 'authorization', '*.password', '*.token'],
  },
  pino.destination({ dest: 2, sync: true }),
);
