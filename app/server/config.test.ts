import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config';

const secret = 'a'.repeat(32);

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  test('of an empty environment is a demonstration on 127.0.0.1:3000 that believes no proxy', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'demonstration',
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      baseUrl: 'http://localhost:3000',
      trustProxy: 0,
      development: false,
    });
  });

  test('takes a blank variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DEMO_TODAY: ' ' })).toMatchObject({ port: 3000, demoToday: undefined });
  });

  test('of production names everything that is missing at once', () => {
    const problems = problemsOf({ TRACKER_MODE: 'production' });
    expect(problems.join('\n')).toMatch(/SESSION_SECRET is missing/);
    expect(problems.join('\n')).toMatch(/BASE_URL is missing/);
  });

  test('of production names what is malformed beside what is missing', () => {
    const problems = problemsOf({ TRACKER_MODE: 'production', SESSION_SECRET: 'short', PORT: '70000' });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/BASE_URL is missing/);
    expect(problems.join('\n')).toMatch(/SESSION_SECRET needs at least 32/);
    expect(problems.join('\n')).toMatch(/PORT is a whole number/);
  });

  test('of production refuses demonstration settings', () => {
    const full = {
      TRACKER_MODE: 'production',
      SESSION_SECRET: secret,
      BASE_URL: 'https://tracker.example.org',
    };
    expect(problemsOf({ ...full, DEMO_TODAY: '2023-10-01' })).toHaveLength(1);
    expect(readConfig(full)).toMatchObject({ mode: 'production', baseUrl: 'https://tracker.example.org' });
  });

  test.each([
    [{ DEMO_TODAY: '2024-02-31' }, /not a day of the calendar/],
    [{ DEMO_TODAY: '1 Oct 2023' }, /DEMO_TODAY is a day/],
    [{ BASE_URL: 'tracker.example.org' }, /BASE_URL is an address/],
    [{ BASE_URL: 'https://example.org/tracker' }, /BASE_URL is an address/],
    [{ PORT: 'http' }, /PORT is a whole number/],
    [{ TRUST_PROXY: 'yes' }, /TRUST_PROXY is the number/],
    [{ TRACKER_MODE: 'prod' }, /TRACKER_MODE is demonstration or production/],
  ])('refuses %o with a sentence that says what is wanted', (environment, sentence) => {
    expect(problemsOf(environment).join('\n')).toMatch(sentence);
  });

  test('reads TRUST_PROXY=true as one proxy, never as any number of them', () => {
    expect(readConfig({ TRUST_PROXY: 'true' }).trustProxy).toBe(1);
  });
});
