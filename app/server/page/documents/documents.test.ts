import { describe, expect, it } from 'vitest';
import { mayOpen } from '~/core/evidence/opening';
import { backOf } from './documents-page';
import { dispositionOf } from './serve-attachment';

describe('a file’s name for saving', () => {
  it('is exact for browsers that read RFC 8187, and plain for those that do not', () => {
    expect(dispositionOf('Résumé “costs”.pdf')).toBe(
      `attachment; filename="Resume _costs_.pdf"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%E2%80%9Ccosts%E2%80%9D.pdf`,
    );
    expect(dispositionOf(`a'(b)*.txt`)).toContain(`filename*=UTF-8''a%27%28b%29%2A.txt`);
  });

  it('lets no quote, line end or half character out of its place', () => {
    for (const name of ['a"; x="b.txt', 'a\r\nSet-Cookie: b.txt', '\ud800.txt', 'a\\".txt']) {
      expect(dispositionOf(name)).toMatch(
        /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%~!-]+$/,
      );
    }
  });
});

describe('the way back', () => {
  it('is a page of this tracker or none', () => {
    expect(backOf('/projects/RX-004/gates/0')).toBe('/projects/RX-004/gates/0');
    for (const away of [
      '//elsewhere.example',
      'https://elsewhere.example',
      '/\\elsewhere.example',
      '',
      null,
    ]) {
      expect(backOf(away)).toBeUndefined();
    }
  });
});

describe('a restricted document', () => {
  it('is opened by those with a part in it only', () => {
    for (const role of [
      'sponsor',
      'lead',
      'bau-owner',
      'benefit-owner',
      'finance',
      's151',
      'pmo',
      'auditor',
    ] as const)
      expect(mayOpen({ restricted: true }, [role])).toBe(true);
    for (const role of ['viewer', 'assurer', 'administrator'] as const) {
      expect(mayOpen({ restricted: true }, [role])).toBe(false);
      expect(mayOpen({ restricted: false }, [role])).toBe(true);
    }
  });
});
