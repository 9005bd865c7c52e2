import { describe, expect, it } from 'vitest';
import { attestedFact } from '../gates/criteria/attested';
import { restsOn } from '../gates/rests';
import type { GateNumber } from '../gates/gate-number';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { scenario, type Scenario } from '../testing/scenario';

const file = {
  sha256: 'a'.repeat(64),
  bytes: 2048,
  name: 'Quotation.pdf',
  mediaType: 'application/pdf',
  note: '',
  restricted: false,
};
const link = { url: 'https://example.org/minutes', name: 'Minutes', note: 'Of the board', restricted: false };
const why = 'The wrong file';
const screening = {
  criterion: 'impact-screened',
  gate: 1,
  note: 'Screened with A. Person on 10 January 2024: not needed',
  particulars: { equality: 'not-needed', dataProtection: 'not-needed', why: 'No personal data' },
  attachments: [],
};
const attested = scenario().after('attest', screening);
const aware = { criterion: 'finance-aware', gate: 0, note: 'Told at the January meeting', particulars: {} };
const signed = scenario().after('sign-off', aware, { as: 'finance' });

const rephrased = (story: Scenario, field: 'scopeIn' | 'title'): Scenario => {
  const { project } = story;
  const value = { ...project.case.text[field], answer: { state: 'given' as const, value: 'Other words' } };
  return scenario({
    project: { ...project, case: { ...project.case, text: { ...project.case.text, [field]: value } } },
  });
};

describe('attaching', () => {
  it('keeps a file by its digest, and a link', () => {
    const both = scenario().after('attach-file', file).after('attach-link', link, { as: 'finance' });
    expect(both.project.evidence.attachments).toMatchObject([
      { id: 'id-1', name: 'Quotation.pdf', content: { kind: 'file', sha256: file.sha256, bytes: 2048 } },
      { id: 'id-2', name: 'Minutes', content: { kind: 'link', url: link.url }, recorded: { by: 'finance' } },
    ]);
  });

  it('does not take lying names, empty or huge files, false digests or addresses of other kinds', () => {
    const story = scenario();
    for (const name of ['../x.pdf', 'a/b.pdf', 'a\\b.pdf', '..', ' ', 'a\nb']) {
      story.when('attach-file', { ...file, name }).thenInvalid('name');
    }
    story
      .when('attach-file', { ...file, sha256: 'A'.repeat(64), bytes: 0, mediaType: 'pdf' })
      .thenInvalid('sha256', 'bytes', 'mediaType');
    story.when('attach-file', { ...file, bytes: 60 * 1024 * 1024 }).thenInvalid('bytes');
    story.when('attach-link', { ...link, url: 'javascript:alert(1)' }).thenInvalid('url');
  });

  it('is not for auditors, viewers, administrators or strangers', () => {
    for (const as of ['auditor', 'viewer', 'administrator', 'stranger']) {
      scenario().when('attach-file', file, { as }).thenRefused('not-permitted');
      scenario().when('attach-link', link, { as }).thenRefused('not-permitted');
    }
  });

  it('stops at a thousand', () => {
    const event = happened('link-attached', {
      attachmentId: 'a',
      restricted: false,
      words: { name: 'x', note: '', url: 'https://example.org' },
    });
    const full = scenario().given(...Array.from({ length: 1000 }, () => event));
    full.when('attach-link', link).thenRefused('limit-reached');
    full.when('attach-file', file).thenRefused('limit-reached');
  });
});

describe('withdrawing an attachment', () => {
  const story = scenario().after('attach-file', file);
  const withdraw = { attachmentId: 'id-1', why };

  it('is for who attached it or PMO, with a reason, once', () => {
    const gone = story
      .when('withdraw-attachment', withdraw)
      .then(happened('attachment-withdrawn', { attachmentId: 'id-1', words: { why } }));
    gone.when('withdraw-attachment', withdraw).thenRefused('withdrawn-row');
    story.when('withdraw-attachment', withdraw, { as: 'pmo' }).accepted();
    story.when('withdraw-attachment', withdraw, { as: 'finance' }).thenRefused('not-permitted');
    story.when('withdraw-attachment', { ...withdraw, attachmentId: 'id-9' }).thenRefused('no-such-row');
    story.when('withdraw-attachment', { ...withdraw, why: ' ' }).thenInvalid('why');
  });

  it('is refused while an attestation rests on it', () => {
    const rested = story.after('attest', { ...screening, attachments: ['id-1'] });
    rested.when('withdraw-attachment', withdraw).thenRefused('contradiction');
    rested
      .after('withdraw-attestation', { attestationId: 'id-2', why })
      .when('withdraw-attachment', withdraw)
      .accepted();
  });

  it('is refused while a reading rests on it', () => {
    const given = (value: string) => ({ state: 'given', value });
    const read = story
      .after('record-benefit', {
        category: 'Social',
        description: given('x'),
        realisation: given('2025'),
        measure: 'm',
      })
      .after('propose-benefit-owner', { benefitId: 'id-2', person: 'benefit-owner' })
      .after('accept-benefit', { benefitId: 'id-2' }, { as: 'benefit-owner' })
      .after(
        'record-reading',
        { benefitId: 'id-2', value: '1', date: '2024-01', source: '', evidence: ['id-1'] },
        { as: 'benefit-owner' },
      );
    read.when('withdraw-attachment', withdraw).thenRefused('contradiction');
  });
});

describe('attesting', () => {
  it('keeps the digest of what it rests on, and notes the hand that bars from deciding', () => {
    const story = scenario();
    const rests = restsOn(story.project, 'impact-screened', 1, story.context);
    story.when('attest', screening).then(
      happened('criterion-attested', {
        attestationId: 'id-1',
        criterion: 'impact-screened',
        gate: 1,
        attachments: [],
        particulars: { equality: 'not-needed', dataProtection: 'not-needed' },
        rests: rests!,
        words: { note: screening.note, particulars: { why: 'No personal data' } },
      }),
    );
    expect(attested.project.evidence.attestations[0]?.particulars).toEqual(screening.particulars);
    expect(attested.project.gates.records[0].hands.attested).toEqual(['lead']);
  });

  it('is read by the gate as still resting on its facts, and no longer once they changed', () => {
    const fact = (story: Scenario) =>
      attestedFact(
        story.project,
        'impact-screened',
        false,
        restsOn(story.project, 'impact-screened', 1, story.context) ?? '',
      );
    expect(fact(attested)).toMatchObject({ by: 'lead', seen: false, stillRests: true });
    expect(fact(attested.after('mark-seen', { attestationId: 'id-1' }, { as: 'pmo' }))).toMatchObject({
      seen: true,
      stillRests: true,
    });
    expect(fact(rephrased(attested, 'scopeIn'))?.stillRests).toBe(false);
  });

  it('is for the role that owns the criterion', () => {
    for (const as of ['pmo', 'finance', 'sponsor', 'bau-owner', 'assurer']) {
      scenario().when('attest', screening, { as }).thenRefused('not-permitted');
    }
    for (const as of ['viewer', 'auditor', 'administrator', 'stranger']) {
      scenario().when('attest', screening, { as }).thenRefused('not-permitted');
    }
  });

  it('needs a note or an attachment, its own gate, a criterion that is attested, and only what it asks for', () => {
    const story = scenario();
    story.when('attest', { ...screening, note: ' ' }).thenRefused('not-answered');
    story.when('attest', { ...screening, gate: 2 }).thenRefused('contradiction');
    story.when('attest', { ...screening, criterion: 'sponsor-named', gate: 0 }).thenRefused('no-such-row');
    story
      .when('attest', { ...screening, criterion: 'finance-aware', gate: 0 }, { as: 'finance' })
      .thenRefused('no-such-row');
    story.when('attest', { ...screening, particulars: { equality: 'perhaps' } }).thenRefused('contradiction');
    story.when('attest', { ...screening, particulars: { colour: 'blue' } }).thenRefused('contradiction');
    story.when('attest', { ...screening, attachments: ['nowhere'] }).thenRefused('no-such-row');
    story.when('attest', { ...screening, gate: 6 }).thenInvalid('gate');
  });

  it('refuses with every reason at once', () => {
    scenario()
      .when('attest', { ...screening, gate: 2, note: '', particulars: { colour: 'blue' } }, { as: 'pmo' })
      .thenRefused('not-permitted', 'contradiction', 'not-answered');
  });

  it('does not rest on a withdrawn attachment', () => {
    scenario()
      .after('attach-file', file)
      .after('withdraw-attachment', { attachmentId: 'id-1', why })
      .when('attest', { ...screening, attachments: ['id-1'] })
      .thenRefused('withdrawn-row');
  });

  it('again takes the place of the one before, unseen', () => {
    const again = attested
      .after('mark-seen', { attestationId: 'id-1' }, { as: 'pmo' })
      .after('attest', screening);
    expect(again.project.evidence.attestations).toMatchObject([{ withdrawn: {} }, { id: 'id-2' }]);
    expect(again.project.evidence.attestations[1]?.seen).toBeUndefined();
  });

  it('is not done again for a gate that is approved', () => {
    const approve = (project: Project, gate: GateNumber): Project => {
      const decision = {
        by: 'sponsor',
        day: '2024-01-01',
        seq: 1,
        outcome: 'approved' as const,
        narrative: '',
        approvals: [],
      };
      const record = { ...project.gates.records[gate], standing: { state: 'approved' as const, decision } };
      return {
        ...project,
        gates: { ...project.gates, records: { ...project.gates.records, [gate]: record } },
      };
    };
    scenario({ project: approve(scenario().project, 1) })
      .when('attest', screening)
      .thenRefused('not-legal-now');
  });
});

describe('marking evidence seen', () => {
  it('is for anybody with a part but the one who attested', () => {
    attested.when('mark-seen', { attestationId: 'id-1' }, { as: 'lead' }).thenRefused('separation-of-duties');
    for (const as of ['auditor', 'viewer', 'administrator', 'stranger']) {
      attested.when('mark-seen', { attestationId: 'id-1' }, { as }).thenRefused('not-permitted');
    }
    for (const as of ['pmo', 'finance', 's151', 'sponsor', 'bau-owner', 'assurer']) {
      attested.when('mark-seen', { attestationId: 'id-1' }, { as }).accepted();
    }
  });

  it('is done once, of what stands and still rests on its facts', () => {
    const seen = attested.after('mark-seen', { attestationId: 'id-1' }, { as: 'pmo' });
    seen.when('mark-seen', { attestationId: 'id-1' }, { as: 'finance' }).thenNothing();
    seen.when('mark-seen', { attestationId: 'id-9' }, { as: 'pmo' }).thenRefused('no-such-row');
    rephrased(attested, 'scopeIn')
      .when('mark-seen', { attestationId: 'id-1' }, { as: 'pmo' })
      .thenRefused('stale-figure');
    attested
      .after('withdraw-attestation', { attestationId: 'id-1', why })
      .when('mark-seen', { attestationId: 'id-1' }, { as: 'pmo' })
      .thenRefused('withdrawn-row');
  });
});

describe('withdrawing an attestation', () => {
  const withdraw = { attestationId: 'id-1', why };

  it('is for who gave it, the criterion’s owner or PMO, and leaves the hand noted', () => {
    const gone = attested.after('withdraw-attestation', withdraw);
    expect(gone.project.gates.records[0].hands.attested).toEqual(['lead']);
    gone.when('withdraw-attestation', withdraw).thenRefused('withdrawn-row');
    attested.when('withdraw-attestation', withdraw, { as: 'pmo' }).accepted();
    attested.when('withdraw-attestation', withdraw, { as: 'finance' }).thenRefused('not-permitted');
    attested.when('withdraw-attestation', { ...withdraw, attestationId: 'id-9' }).thenRefused('no-such-row');
  });
});

describe('signing off', () => {
  it('is for the role the criterion names, and takes the place of an earlier one', () => {
    expect(signed.project.evidence.signOffs).toMatchObject([{ by: 'finance', criterion: 'finance-aware' }]);
    expect(signed.project.gates.records[0].hands.attested).toEqual([]);
    scenario().when('sign-off', aware, { as: 'lead' }).thenRefused('not-permitted');
    scenario().when('sign-off', aware, { as: 's151' }).accepted();
    const again = signed.after('sign-off', aware, { as: 'second-finance' });
    expect(again.project.evidence.signOffs.map((each) => each.withdrawn !== undefined)).toEqual([
      true,
      false,
    ]);
  });

  it('is not for criteria that are attested or computed, nor at another gate', () => {
    scenario()
      .when('sign-off', { ...aware, criterion: 'impact-screened', gate: 1 })
      .thenRefused('no-such-row');
    scenario()
      .when('sign-off', { ...aware, gate: 3 }, { as: 'finance' })
      .thenRefused('contradiction');
  });

  it('is withdrawn by who gave it, the same role or PMO', () => {
    const withdraw = { signOffId: 'id-1', why };
    signed.when('withdraw-sign-off', withdraw, { as: 'lead' }).thenRefused('not-permitted');
    signed.when('withdraw-sign-off', withdraw, { as: 'second-finance' }).accepted();
    const gone = signed.after('withdraw-sign-off', withdraw, { as: 'finance' });
    gone.when('withdraw-sign-off', withdraw, { as: 'finance' }).thenRefused('withdrawn-row');
    gone
      .when('withdraw-sign-off', { ...withdraw, signOffId: 'id-9' }, { as: 'pmo' })
      .thenRefused('no-such-row');
  });
});
