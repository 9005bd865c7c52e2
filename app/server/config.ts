import { z } from 'zod';

/** How the tracker runs: with demonstration accounts and a movable day, or for real work. */
export type Mode = 'demonstration' | 'production';

export type Config = {
  mode: Mode;
  port: number;
  host: string;
  /** Folder of the database and the attachments. */
  dataDir: string;
  /** Where people reach the tracker, without a trailing slash. */
  baseUrl: string;
  sessionSecret: string | undefined;
  /** One password for every demonstration account; without it each gets its own. */
  demoPassword: string | undefined;
  /** ISO day the demonstration starts on; without it the real day. */
  demoToday: string | undefined;
  /** Proxies in front whose X-Forwarded-* headers are believed; 0 believes none. */
  trustProxy: number;
  /** Vite serves the pages and reloads them. */
  development: boolean;
  /** Token the command line acts with. */
  trackerToken?: string | undefined;
};

/** The configuration cannot be used; `problems` holds everything that is wrong, one sentence each. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The tracker cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;

const wholeNumber = (from: number, to: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message);

const isRealDay = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const isWebAddress = (value: string) => {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
};

const hops = (value: string) => (value === 'true' ? '1' : value === 'false' ? '0' : value);

const environmentSchema = z.object({
  TRACKER_MODE: z
    .enum(['demonstration', 'production'], 'TRACKER_MODE is demonstration or production')
    .optional(),
  PORT: wholeNumber(0, 65535, 'PORT is a whole number from 0 to 65535').optional(),
  HOST: z.string().optional(),
  DATA_DIR: z.string().optional(),
  BASE_URL: z
    .string()
    .refine(isWebAddress, 'BASE_URL is an address such as https://tracker.example.org, without a path')
    .optional(),
  SESSION_SECRET: z.string().min(32, 'SESSION_SECRET needs at least 32 characters').optional(),
  DEMO_PASSWORD: z.string().min(8, 'DEMO_PASSWORD needs at least 8 characters').optional(),
  DEMO_TODAY: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'DEMO_TODAY is a day such as 2023-10-01')
    .refine(isRealDay, 'DEMO_TODAY is not a day of the calendar')
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform(hops)
    .pipe(wholeNumber(0, 10, 'TRUST_PROXY is the number of proxies in front, 0 to 10'))
    .optional(),
  NODE_ENV: z.string().optional(),
  TRACKER_TOKEN: z.string().optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL is a level of the log, such as info',
    )
    .optional(),
});

/**
 * The configuration from an environment; blank counts as not set. Throws a ConfigError that names every problem
 * at once. Production refuses to start without SESSION_SECRET and BASE_URL, and with demonstration settings.
 */
export function readConfig(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  const mode: Mode = environment['TRACKER_MODE'] === 'production' ? 'production' : 'demonstration';
  const problems = mode === 'production' ? missingInProduction(set) : [];
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => issue.message));
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  const values = parsed.data;
  const port = values.PORT ?? 3000;
  return {
    mode,
    port,
    host: values.HOST ?? '127.0.0.1',
    dataDir: values.DATA_DIR ?? './data',
    baseUrl: values.BASE_URL ? new URL(values.BASE_URL).origin : `http://localhost:${port}`,
    sessionSecret: values.SESSION_SECRET,
    demoPassword: values.DEMO_PASSWORD,
    demoToday: values.DEMO_TODAY,
    trustProxy: values.TRUST_PROXY ?? 0,
    development: values.NODE_ENV === 'development',
    trackerToken: values.TRACKER_TOKEN?.trim(),
  };
}

function missingInProduction(set: Environment): string[] {
  const problems: string[] = [];
  if (!set['SESSION_SECRET']) problems.push('SESSION_SECRET is missing: at least 32 random characters');
  if (!set['BASE_URL'])
    problems.push('BASE_URL is missing: the address people use, such as https://tracker.example.org');
  if (set['DEMO_PASSWORD'])
    problems.push('DEMO_PASSWORD is for demonstrations: production has no such accounts');
  if (set['DEMO_TODAY']) problems.push('DEMO_TODAY is for demonstrations: production uses the real day');
  return problems;
}

/** The configuration of this process. Nothing else reads its environment. */
export function processConfig(): Config {
  return readConfig(process.env);
}

/** The log's level, which never throws: the log must work to tell what is wrong with the rest. */
export function processLogLevel(): string {
  return environmentSchema.shape.LOG_LEVEL.safeParse(process.env['LOG_LEVEL']).data ?? 'info';
}
