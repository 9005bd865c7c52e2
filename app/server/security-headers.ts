import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { uuidv7 } from 'uuidv7';
import type { Config } from './config';

/** The Content-Security-Policy of a page: only our own files, and only inline scripts that carry the nonce. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite writes style elements and talks over a websocket while developing.
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Sets the headers every answer carries, and gives the request its nonce and its incident id. */
export function securityHeaders(config: Pick<Config, 'development' | 'baseUrl'>): RequestHandler {
  const secure = config.baseUrl.startsWith('https:');
  return (_request, response, next) => {
    const nonce = randomBytes(18).toString('base64');
    const incident = uuidv7();
    response.locals['nonce'] = nonce;
    response.locals['incident'] = incident;
    response.set({
      'Content-Security-Policy': contentSecurityPolicy(nonce, config.development),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      // Not no-referrer: with it browsers send "Origin: null" with our own forms.
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      'X-Request-Id': incident,
    });
    if (secure) response.set('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}
