import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName } from './file-type';
import { fieldOf, type SentForm } from './form';
import {
  FORM_LIMITS,
  readEnvelope,
  readForm,
  UPLOAD_LIMITS,
  withUploads,
  type FormLimits,
} from './read-form';
import { readJson } from './read-json';

const post = (body: BodyInit | null, type?: string): Request =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    ...(type ? { headers: { 'Content-Type': type } } : {}),
    duplex: 'half',
  } as RequestInit);
const urlencoded = (body: string) => post(body, 'application/x-www-form-urlencoded');
const file = (content: BlobPart, name: string, type = 'application/octet-stream') =>
  new File([content], name, { type });
const multipart = (entries: readonly (readonly [string, string | File])[]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return post(form);
};
const uploaded = (
  entries: readonly (readonly [string, string | File])[],
  limits: FormLimits = UPLOAD_LIMITS,
) =>
  withUploads(multipart(entries), limits, async (reading): Promise<SentForm> => {
    if (!reading.ok) throw new Error(reading.message);
    return reading.form;
  });

/** A zip with nothing in it but names, as its central directory has them. */
function zip(...names: readonly string[]): Uint8Array<ArrayBuffer> {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(26)]);
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}
const PNG = new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n rest', 'latin1'));
const DOCX = zip('[Content_Types].xml', 'word/document.xml');

describe('a form', () => {
  it('is read with its values in order and its line ends as line feeds', async () => {
    const read = await readForm(urlencoded('a=1&a=2&b=one%0D%0Atwo%0Dthree&c=%F0%9F%92%B7+%D7%90&d'));
    if (!read.ok) throw new Error(read.message);
    expect([...read.form.fields]).toEqual([
      ['a', ['1', '2']],
      ['b', ['one\ntwo\nthree']],
      ['c', ['💷 א']],
      ['d', ['']],
    ]);
  });

  it.each([
    ['no media type', post(null), 415],
    ['JSON', post('{}', 'application/json'), 415],
    ['bytes that are no text', urlencoded('a=%FF%FE'), 400],
    ['a broken escape', urlencoded('a=%4'), 400],
    [
      'bare bytes that are no text',
      post(new Uint8Array([0x61, 0x3d, 0xff]), 'application/x-www-form-urlencoded'),
      400,
    ],
    ['multipart without a boundary', post('x', 'multipart/form-data'), 400],
    [
      'multipart cut short',
      post('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf', 'multipart/form-data; boundary=b'),
      400,
    ],
    ['multipart that is none', post('rubbish', 'multipart/form-data; boundary=b'), 400],
    ['too many fields', urlencoded('a=1&'.repeat(FORM_LIMITS.fields + 1)), 413],
    ['a name too long', urlencoded(`${'n'.repeat(201)}=1`), 413],
    ['a value too long', urlencoded(`a=${'x'.repeat(FORM_LIMITS.fieldBytes + 1)}`), 413],
    ['too many bytes', urlencoded(`a=${'x'.repeat(FORM_LIMITS.bytes)}`), 413],
  ])('of %s is refused by its status, not by an exception', async (_what, request, status) => {
    expect(await readForm(request)).toMatchObject({ ok: false, status });
  });

  it('that comes without an end is stopped at the limit of bytes, and one that comes too slowly at the limit of time', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536).fill(97));
      },
    });
    expect(await readForm(post(endless, 'application/x-www-form-urlencoded'))).toMatchObject({
      ok: false,
      status: 413,
    });
    expect(pulled).toBeLessThan(80);
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array([97])),
    });
    const slow = await readForm(post(silent, 'application/x-www-form-urlencoded'), {
      ...FORM_LIMITS,
      ms: 30,
    });
    expect(slow).toMatchObject({ ok: false, status: 408 });
  });

  it('of whatever bytes is answered', async () => {
    const types = fc.constantFrom('multipart/form-data; boundary=b', 'application/x-www-form-urlencoded');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), types, async (bytes, type) => {
        const read = await readForm(post(new Uint8Array(bytes), type));
        expect(typeof read.ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });

  it('carries an id of its own and the version it was drawn on', async () => {
    const envelope = async (body: string) => {
      const read = await readForm(urlencoded(body));
      return read.ok ? readEnvelope(read.form) : read;
    };
    const id = '0190f2a0-0000-7000-8000-000000000001';
    expect(await envelope(`_id=${id}&_version=12`)).toEqual({ ok: true, commandId: id, expectedVersion: 12 });
    expect(await envelope('_version=12')).toMatchObject({ ok: false, status: 400 });
    expect(await envelope(`_id=${id}&_version=1e3`)).toMatchObject({ ok: false, status: 400 });
  });
});

describe('a form with files', () => {
  it('keeps each file for as long as the work takes, by what is in it', async () => {
    let path = '';
    await withUploads(
      multipart([
        ['note', 'a\r\nb'],
        ['file', file(DOCX, 'Quote.docx', 'text/html')],
      ]),
      UPLOAD_LIMITS,
      async (read) => {
        if (!read.ok) throw new Error(read.message);
        expect(fieldOf(read.form, 'note')).toBe('a\nb');
        expect(read.form.files).toMatchObject([
          { field: 'file', name: 'Quote.docx', type: expect.stringContaining('wordprocessingml') as string },
        ]);
        path = read.form.files[0]?.path ?? '';
        expect(await readFile(path)).toEqual(Buffer.from(DOCX));
      },
    );
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['a page called a PDF', file('<html><script>alert(1)</script>', 'plan.pdf'), 'lying-name'],
    ['a picture called a text', file(PNG, 'plan.txt'), 'lying-name'],
    ['a Word file called a spreadsheet', file(DOCX, 'plan.xlsx'), 'lying-name'],
    ['a page', file('<html>', 'plan.html'), 'lying-name'],
    ['a program', file(new Uint8Array([0x4d, 0x5a, 0, 1, 2]), 'setup.exe'), 'forbidden-type'],
    ['a program called a PDF', file(new Uint8Array([0x4d, 0x5a, 0, 1, 2]), 'plan.pdf'), 'forbidden-type'],
    ['an archive', file(zip('a.txt'), 'all.zip'), 'forbidden-type'],
    ['an archive called a Word file', file(zip('a.txt'), 'all.docx'), 'forbidden-type'],
    [
      'a Word file with macros',
      file(zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'a.docx'),
      'forbidden-type',
    ],
    ['nothing at all', file('', 'empty.pdf'), 'empty'],
    ['too much', file(`%PDF-${'x'.repeat(5_000)}`, 'large.pdf'), 'too-large'],
  ])('refuses %s at its field and loses nothing that was typed', async (_what, given, kind) => {
    const form = await uploaded(
      [
        ['file', given],
        ['note', 'typed'],
      ],
      { ...UPLOAD_LIMITS, fileBytes: 4_096 },
    );
    expect(form.faults).toMatchObject([{ field: 'file', kind }]);
    expect([form.files, fieldOf(form, 'note')]).toEqual([[], 'typed']);
  });

  it.each([
    [file('%PDF-1.7', 'A.PDF'), 'application/pdf'],
    [file(PNG, 'a.png'), 'image/png'],
    [file('a;b\n1;é', 'a.csv'), 'text/csv'],
    [file('words', 'a.txt'), 'text/plain'],
    [
      file(zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('takes the kinds it says (%#)', async (given, type) => {
    expect((await uploaded([['file', given]])).files).toMatchObject([{ type }]);
  });

  it('takes the empty part of a file not chosen for none, and no file where none is asked for', async () => {
    expect(await uploaded([['file', file('', '')]])).toMatchObject({ files: [], faults: [] });
    const read = await readForm(
      multipart([
        ['file', file('%PDF-', 'a.pdf')],
        ['note', 'x'],
      ]),
    );
    expect(read).toMatchObject({ ok: true, form: { faults: [{ kind: 'too-many' }] } });
    const six = Array.from({ length: 6 }, (_, index): [string, File] => [
      `f${index}`,
      file('%PDF-', 'a.pdf'),
    ]);
    expect((await uploaded(six)).faults).toMatchObject([{ field: 'f5', kind: 'too-many' }]);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\plan.pdf', 'plan.pdf'],
    ['.htaccess', 'htaccess'],
    ['in\u202efdp.exe', 'infdp.exe'],
    ['a\u0000b\n.pdf', 'ab.pdf'],
    ['', 'file'],
    ['..', 'file'],
    ['Angebot für Straße 🚧.docx', 'Angebot für Straße 🚧.docx'],
  ])('makes the name %j safe', (given, safe) => expect(safeName(given)).toBe(safe));

  it('never makes a name that is long, empty or a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (given) => {
        const safe = safeName(given);
        expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u);
        expect([...safe].length).toBeLessThanOrEqual(151);
      }),
    );
  });
});

describe('JSON', () => {
  it('is read from its own media type only, whole and well formed', async () => {
    expect(await readJson(post('{"a":[1]}', 'application/json; charset=utf-8'))).toEqual({
      ok: true,
      value: { a: [1] },
    });
    expect(await readJson(post('{"a":1}', 'text/plain'))).toMatchObject({ ok: false, status: 415 });
    expect(await readJson(post('{"a":', 'application/json'))).toMatchObject({ ok: false, status: 400 });
    expect(await readJson(post('', 'application/json'))).toMatchObject({ ok: false, status: 400 });
    expect(
      await readJson(post(`"${'x'.repeat(100)}"`, 'application/json'), { bytes: 50, ms: 1_000 }),
    ).toMatchObject({ ok: false, status: 413 });
    expect(await readJson(post(new Uint8Array([0x22, 0xff, 0x22]), 'application/json'))).toMatchObject({
      ok: false,
      status: 400,
    });
  });
});
