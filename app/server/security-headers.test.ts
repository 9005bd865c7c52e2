import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './security-headers';

test('a page may run only our own scripts and those with its nonce', () => {
  const policy = contentSecurityPolicy('abc', false);
  expect(policy).toContain("script-src 'self' 'nonce-abc'");
  expect(policy).not.toMatch(/unsafe|ws:|\*/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test('only development may use inline styles and a websocket', () => {
  const policy = contentSecurityPolicy('abc', true);
  expect(policy).toContain("connect-src 'self' ws:");
  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
});
