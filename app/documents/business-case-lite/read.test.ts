import { describe, expect, it } from 'vitest';
import { readBusinessCase } from './read';
import { documentOf, importing, SEED } from './seed-for-test';

const seed = documentOf(SEED);
const given = (value: unknown, words?: string) => ({ state: 'given', value, ...(words ? { words } : {}) });

/** What a reading says apart from digest, line numbers and labels missed. */
const fieldsOf = (text: string) => {
  const { sha256: _digest, unplaced: _unplaced, missing: _missing, ...fields } = documentOf(text);
  return fields;
};

describe('the fields of the seed', () => {
  it('are those of its project information, TBC and "-" told apart', () => {
    expect(seed.ref).toBe('RX-004');
    expect(seed.programme).toBe('Luton Transformation Programme');
    expect(seed.answers).toMatchObject({
      title: given('Service Optimisation'),
      stageStated: given('Stage 0: Opportunity Identified'),
      sponsorStated: { state: 'tbc' },
      leadStated: { state: 'tbc' },
      theme: given('Resident Experience'),
      contributoryThemes: { state: 'none-unconfirmed', words: '-' },
      department: given('Organisational wide'),
      scopeIn: given('All services'),
      scopeOut: { state: 'blank' },
    });
  });

  it('hold the prose, the lists one entry a line', () => {
    const { opportunity, objectives, currentPosition, proposedChanges } = seed.answers;
    expect(opportunity).toMatchObject({ value: expect.stringMatching(/^Through transforming access/) });
    for (const [answer, entries] of [
      [objectives, 3],
      [currentPosition, 3],
      [proposedChanges, 4],
    ] as const) {
      expect(answer?.state === 'given' ? answer.value.split('\n') : []).toHaveLength(entries);
    }
    expect(seed.linkedCases).toEqual(['Service Integration', 'Resident Experience']);
  });

  it('hold the money as lines, every cell as stated, and finance’s table as a statement', () => {
    expect(seed.horizon).toEqual([2023, 2024, 2025, 2026]);
    expect(seed.moneyLines.map(({ kind, timing }) => `${timing} ${kind}`)).toEqual([
      'one-off investment',
      'one-off saving',
      'recurring investment',
      'recurring saving',
    ]);
    const none = { state: 'none-unconfirmed', words: '-' };
    expect(seed.moneyLines[3]?.cells).toEqual([
      { fy: 2023, answer: none },
      { fy: 2024, answer: given(20_000_000, '£200,000') },
      { fy: 2025, answer: none },
      { fy: 2026, answer: none },
    ]);
    expect(seed.stated).toContainEqual({
      table: 'ongoing',
      row: 'Net Savings',
      column: 'Total',
      words: '£200,000',
    });
    expect(seed.stated).toHaveLength(25);
    const [finance, approval] = seed.statements;
    expect(finance).toMatchObject({
      about: 'finance-validation',
      words: expect.stringMatching(/^Finance have not/),
    });
    expect(finance?.cells).toContainEqual({
      table: 'finance-validated',
      row: 'Recurring Savings',
      column: '24/25',
      words: '£0',
    });
    expect(approval).toMatchObject({
      about: 'approval',
      name: { state: 'tbc' },
      role: 'Project Sponsor',
      date: { state: 'tbc' },
    });
    expect(seed.answers.savingsNote).toMatchObject({ value: expect.stringContaining('Budget Saving') });
    expect(seed.answers.mtfsCaveat).toMatchObject({ value: expect.stringContaining('MTFS') });
  });

  it('hold qualification, benefits, the risk with its stated total, and the dependency', () => {
    expect(seed.qualification).toEqual({
      financialBenefits: given(20_000_000, '£200,000'),
      effort: given(3, '3'),
      impact: given(4, '4'),
    });
    expect(
      seed.benefits.map(({ description, realisation }) => `${description.state} ${realisation.state}`),
    ).toEqual([
      'given tbc',
      'given tbc',
      ...Array.from({ length: 4 }, () => 'none-unconfirmed none-unconfirmed'),
    ]);
    expect(seed.risks).toMatchObject([{ ref: '1', likelihood: 2, impact: 3, statedTotal: 12 }]);
    expect(seed.assumptions).toMatchObject([{ kind: 'dependency' }]);
  });

  it('hold the six gates and the six deliverables in order, dates as exact as they are written', () => {
    expect(seed.gates.map(({ target }) => target)).toEqual([
      given('2023-10', 'Oct 2023'),
      given('2023-12', 'Dec 2023'),
      given('2024-03', 'Mar 2024'),
      given('2024-04', 'Apr 2024'),
      given('2024-09', 'Sep 2024'),
      given('2024-12', 'Dec 2024'),
    ]);
    expect(seed.deliverables).toHaveLength(6);
    expect(seed.deliverables[4]).toEqual({
      title: 'Enter procurement process to select supplier',
      start: given('2024-04', 'Apr 2024'),
      finish: given('2024-07', 'Jul 2024'),
    });
  });

  it('suggest what the prose says of costs, benchmark and populations, with the words it came from', () => {
    const { costBaselines, benchmarks, populations } = seed.suggested;
    expect(costBaselines).toMatchObject([
      {
        service: 'Social Care',
        provider: 'Central Bedfordshire Council',
        amount: given(63_000_000, '£630k'),
      },
      { service: 'Housing', amount: { state: 'tbc' } },
      { service: 'Highways', amount: { state: 'tbc' } },
    ]);
    expect(benchmarks).toMatchObject([
      {
        organisation: 'London Borough of Hackney',
        annualCost: 50_000_000,
        population: 259_000,
        costApproximate: true,
      },
    ]);
    expect(populations).toMatchObject([{ place: 'Luton', residents: 225_000 }]);
    for (const { from } of [...costBaselines, ...populations]) expect(SEED).toContain(from);
  });
});

describe('other shapes of the same document read the same', () => {
  const same = (text: string) => expect(fieldsOf(text)).toEqual(fieldsOf(SEED));

  it('with Windows line ends and a byte-order mark', () => same(`\uFEFF${SEED.replace(/\n/gu, '\r\n')}`));
  it('with spaces after every line', () => same(SEED.replace(/\n/gu, '   \n')));
  it('with more blank lines between rows', () => same(SEED.replace(/\n\n/gu, '\n\n\n\n')));
  it('with a row of cells on one line', () => same(SEED.replace(/(?<=\t[^\n]*)\n\t/gu, '\t')));
  it('with headings in capitals, with a colon, or slightly misspelt', () =>
    same(
      SEED.replace('Objectives\n', 'OBJECTIVES:\n')
        .replace('Assessment of the Current Position', 'Assessment of Current Position')
        .replace('Opportunity Qualification', 'Oportunity Qualification')
        .replace('Effort / Easy of', 'Effort / Ease of'),
    ));
  it('with cells wrapped over two lines', () =>
    same(
      SEED.replace('Create service specification that', 'Create service specification\nthat').replace(
        'Enter procurement process',
        'Enter\nprocurement process',
      ),
    ));
  it('with other bullets', () => same(SEED.replace(/· /gu, '•  ')));
  it('without any blank line, but for what then runs together', () => {
    const { gates, deliverables, moneyLines, stated, benefits, risks, answers } = documentOf(
      SEED.replace(/\n+/gu, '\n'),
    );
    expect({ gates, deliverables, moneyLines, risks, benefits }).toEqual({
      gates: seed.gates,
      deliverables: seed.deliverables,
      moneyLines: seed.moneyLines,
      risks: seed.risks,
      benefits: seed.benefits,
    });
    expect(stated.length).toBeGreaterThan(20);
    expect(answers.objectives).toEqual(seed.answers.objectives);
  });

  it('with tables of three and of six financial years', () => {
    const wider = SEED.replace(/\t26\/27\n/gu, '\t26/27\n\t27/28\n\t28/29\n').replace(
      /(\t(?:One-off|Recurring|Net) (?:Investment|Savings)\n\t[^\n]*\n\t[^\n]*\n\t-\n\t-\n)(\t[^\n]+\n\n)/gu,
      '$1\t-\n\t£5k\n$2',
    );
    const { horizon, moneyLines } = documentOf(wider);
    expect(horizon).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
    expect(moneyLines[3]?.cells.at(-1)).toEqual({ fy: 2028, answer: given(500_000, '£5k') });
  });

  it('with a section left out, which is then missed by name', () => {
    const without =
      SEED.slice(0, SEED.indexOf('Risks\n')) + SEED.slice(SEED.indexOf('Critical dependencies'));
    const { risks, missing, ...rest } = documentOf(without);
    expect(risks).toEqual([]);
    expect(missing).toContain('risks: Risks');
    expect(rest.gates).toEqual(seed.gates);
  });

  it('with risks that stand twice', () => {
    const at = SEED.indexOf('\t1\nThere') === -1 ? SEED.indexOf('\t1\n') : 0;
    const row = SEED.slice(at, SEED.indexOf('\n\n', at) + 2);
    expect(documentOf(SEED.replace(row, row + row)).risks).toEqual([...seed.risks, ...seed.risks]);
  });
});

describe('what is bad in a document', () => {
  const errorsOf = (text: string) => {
    const reading = readBusinessCase(text, 'case.txt');
    return reading.ok ? [] : reading.errors;
  };

  it.each([
    ['nothing', '', /empty/],
    ['only spaces', ' \n\t\n \u200b', /empty/],
    ['five million characters', 'a\n'.repeat(2_500_000), /up to 1000000/],
    ['a Word file', 'PK\u0003\u0004\u0000\u0000', /Word, PDF/],
    ['another text', 'Dear all,\nplease find attached\n', /not a Business Case Lite/],
    ['a line too long', `Objectives\n${'a'.repeat(60_000)}`, /up to 50000/],
  ])('%s is refused with a message', (_what, text, message) => {
    expect(errorsOf(text)[0]).toMatchObject({ message: expect.stringMatching(message) });
  });

  it('binary and unreadable characters are refused with their line', () => {
    expect(errorsOf(`Objectives\nfine\nnot\u0000fine`)).toEqual([
      { line: 3, message: expect.stringContaining('U+0000') },
    ]);
    expect(errorsOf('Objectives\n\uFFFD200')).toEqual([
      { line: 2, message: expect.stringContaining('UTF-8') },
    ]);
  });

  const lineOf = (words: string, text: string): number =>
    text.split('\n').findIndex((line) => line.includes(words)) + 1;

  it.each([
    [
      'a day that does not exist',
      '\tSep 2024\n\nGate',
      '\tSep 2024',
      '31 Feb 2024',
      'February 2024 has 29 days',
    ],
    ['a month there is not', '', '\tDec 2024 ', '2024-13', 'There is no month 13'],
    ['a year out of range', '', '\tDec 2024 ', 'Dec 1850', 'from 1990 to 2100'],
    ['parts of a penny', '', '\t£200,000\n\n\tEffort', '£200,000.555', 'whole pence'],
    ['an exponent', '', '\t£200,000\n\n\tEffort', '1e9', 'Enter an amount'],
  ])('%s is left over with its line, what was read and why', (_what, _hint, place, wrong, why) => {
    const text = SEED.replace(place, place.replace(/^\t[^\n]*/u, `\t${wrong}`));
    expect(documentOf(text).unplaced).toEqual([
      { line: lineOf(wrong, text), words: wrong, why: expect.stringContaining(why) },
    ]);
    expect(documentOf(text).unplaced[0]?.why).toContain(wrong);
  });

  it('a money cell that cannot be read leaves its year blank and the others in place', () => {
    const text = SEED.replace('\tRecurring Savings\n\t-\n\t£200,000', '\tRecurring Savings\n\t-\n\tlots');
    const { moneyLines, unplaced } = documentOf(text);
    expect(moneyLines[3]?.cells[1]).toEqual({ fy: 2024, answer: { state: 'blank' } });
    expect(unplaced).toMatchObject([
      { words: 'lots', why: expect.stringContaining('Recurring Savings, 24/25') },
    ]);
  });

  it('a row with a figure too few moves none of its figures into another year', () => {
    const text = SEED.replace('\tRecurring Savings\n\t-\n\t£200,000', '\tRecurring Savings\n\t£200,000');
    const { moneyLines, unplaced } = documentOf(text);
    expect(moneyLines.filter(({ kind, timing }) => kind === 'saving' && timing === 'recurring')).toEqual([]);
    expect(unplaced.map(({ words }) => words)).toEqual(['£200,000', '-', '-', '£200,000']);
  });

  it('markup, emoji and right-to-left text are kept as text', () => {
    const words = '<script>alert(1)</script> 🏛️ שלום';
    expect(documentOf(SEED.replace('Organisational wide', words)).answers.department).toEqual(given(words));
  });

  it.each([
    ['names without end', 'Aa '.repeat(16_000)],
    ['one capital word', 'A'.repeat(49_000)],
    ['cells without end', 'a\t'.repeat(20_000)],
    ['sums without end', '£1k '.repeat(12_000)],
  ])('%s take no time that anybody would notice', (_what, line) => {
    const text = `${SEED}\nProposed Changes\n${Array.from({ length: 10 }, () => line).join('\n\n')}`;
    const from = performance.now();
    readBusinessCase(text, 'case.txt');
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  it('never throws, whatever the seed is cut into', () => {
    for (let at = 0; at < SEED.length; at += 97) {
      for (const text of [SEED.slice(0, at), SEED.slice(at), SEED.slice(0, at) + SEED.slice(at + 40)]) {
        const reading = readBusinessCase(text, 'case.txt');
        if (reading.ok && reading.document.ref) importing(reading.document).accepted();
      }
    }
  }, 60_000);
});
