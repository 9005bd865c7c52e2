import { isIsoDay, formatDay } from '../../time/iso-day';
import { readMoney } from '../../money/read-money';
import { answerFact, obstacle, type Reach } from './criterion';
import { attestationRests, attested, attestedFact, type AttestedFact } from './attested';
import { counted, standing } from '../../project/row';
import { holders } from '../../people/state';
import { isOpen } from '../../risks/state';
import type { Project } from '../../project/state';
import { annualSaving, wholeLifeSpend } from './value';

const text = (project: Project, ...names: readonly (keyof Project['case']['text'])[]) =>
  Object.fromEntries(names.map((name) => [name, answerFact(project.case.text[name].answer)]));

const NEEDED = [
  { value: 'needed', label: 'An assessment is needed' },
  { value: 'not-needed', label: 'Not needed' },
] as const;

export const overlapConsidered = attested({
  id: 'overlap-considered',
  subject: (project) =>
    standing(project.registers.linkedCases).map((row) => ({ name: row.name, ref: row.projectRef ?? null })),
});

export const financeAware = attested({
  id: 'finance-aware',
  sign: true,
  subject: (project) => text(project, 'title', 'opportunity'),
});

export const impactScreened = attested({
  id: 'impact-screened',
  subject: (project) => text(project, 'scopeIn', 'scopeOut', 'proposedChanges'),
  particulars: [
    { name: 'equality', label: 'Equality impact assessment', choices: NEEDED },
    { name: 'dataProtection', label: 'Data-protection impact assessment', choices: NEEDED },
    { name: 'why', label: 'Why' },
  ],
});

export const routeChosen = attested({
  id: 'route-chosen',
  subject: (project) => ({
    buying: answerFact(project.case.procurement.buying.answer),
    ...text(project, 'proposedChanges'),
  }),
  particulars: [{ name: 'route', label: 'The procurement or delivery route' }],
  extra: (project) => {
    const { answer } = project.case.procurement.buying;
    return { buying: answer.state === 'given' ? answer.value : null };
  },
  before: ({ buying }) =>
    buying === null
      ? [
          obstacle(
            'It is not said whether money is to be spent outside.',
            { screen: 'case', field: 'buying' },
            'lead',
          ),
        ]
      : [],
  beyond: (fact, { buying }) =>
    buying && fact.attachments === 0 ? ['Money is to be spent outside: attach the market evidence.'] : [],
});

export const contingencyStated = attested({
  id: 'contingency-stated',
  subject: (project) =>
    standing(project.money.lines)
      .filter((line) => line.kind === 'investment')
      .map((line) => ({
        id: line.id,
        cells: Object.entries(line.cells).map(([fy, cell]) => [fy, answerFact(cell.proposed.answer)]),
      })),
});

export const consulteesHeard = attested({
  id: 'consultees-heard',
  subject: (project) => text(project, 'scopeIn', 'scopeOut', 'proposedChanges'),
});

export const fundingAgreed = attested({
  id: 'funding-agreed',
  sign: true,
  subject: (project) =>
    standing(project.money.lines)
      .filter((line) => line.kind === 'investment')
      .map((line) => ({
        id: line.id,
        cells: Object.entries(line.cells).map(([fy, cell]) => [fy, answerFact(cell.proposed.answer)]),
      })),
  particulars: [
    { name: 'source', label: 'The source of the funding' },
    { name: 'amount', label: 'The amount agreed', hint: 'Such as £45,000, or £0' },
  ],
  beyond: (fact) => {
    const read = readMoney(fact.particulars['amount'] ?? '', { negatives: false });
    return read.ok ? [] : [`The amount agreed: ${read.message}.`];
  },
});

export const authorityRecorded = attested({
  id: 'authority-recorded',
  subject: (project) => ({ annual: annualSaving(project), spend: wholeLifeSpend(project) }),
  particulars: [
    { name: 'authority', label: 'The authority that decided' },
    { name: 'reference', label: 'The decision’s reference' },
    { name: 'date', label: 'The day of the decision', hint: 'Such as 5 Apr 2024' },
    {
      name: 'callInExpired',
      label: 'The day call-in expired',
      hint: 'Such as 12 Apr 2024, or “not subject to call-in”',
    },
  ],
  extra: (project, { external }) => {
    const value = Math.max(annualSaving(project), wholeLifeSpend(project));
    const bands = external.framework.authorityBands;
    const at = bands.findIndex((band) => band.upTo === null || value <= band.upTo);
    return { enough: bands.slice(Math.max(at, 0)).map((band) => band.authority) };
  },
  beyond(fact, { enough }, today) {
    const said = fact.particulars;
    const problems: string[] = [];
    if (!enough.some((name) => name.toLowerCase() === said['authority']!.trim().toLowerCase())) {
      problems.push(`A decision of this value is for: ${enough.join(', or above it ')}.`);
    }
    problems.push(...dayProblems('The decision', said['date']!, today));
    if (said['callInExpired']!.trim().toLowerCase() !== 'not subject to call-in') {
      problems.push(...dayProblems('Call-in', said['callInExpired']!, today));
    }
    return problems;
  },
});

function dayProblems(what: string, words: string, today: string): string[] {
  if (!isIsoDay(words.trim()))
    return [`${what}: “${words}” is not a whole day, such as 5 Apr 2024 (2024-04-05 for the API).`];
  return words.trim() > today ? [`${what}: ${formatDay(words.trim())} has not come yet.`] : [];
}

/** What the newest standing screening says is needed, and whether it may be relied on; null while there is none. */
function screened(project: Project, reach: Reach) {
  const id = 'impact-screened';
  const screening = attestedFact(project, id, false, attestationRests(id, project, reach) ?? '');
  if (!screening) return null;
  return {
    equality: screening.particulars['equality'] ?? '',
    dataProtection: screening.particulars['dataProtection'] ?? '',
    stands: screening.seen && screening.stillRests,
  };
}

export const impactAssessed = attested({
  id: 'impact-assessed',
  subject: screened,
  extra: screened,
  // A screening that nobody has seen, or of another scope, excuses nothing.
  notApplicable: (needed) =>
    needed?.stands && needed.equality === 'not-needed' && needed.dataProtection === 'not-needed'
      ? 'The screening found no assessment needed.'
      : undefined,
});

export const contractAwarded = attested({
  id: 'contract-awarded',
  subject: (project) => answerFact(project.case.procurement.buying.answer),
  particulars: [
    { name: 'supplier', label: 'Supplier' },
    { name: 'price', label: 'Price' },
    { name: 'award', label: 'Award decision' },
    { name: 'replaced', label: 'End and notice of the contract it replaces, or none' },
  ],
  extra: (project) => {
    const { answer } = project.case.procurement.buying;
    return { nothingBought: answer.state === 'given' && !answer.value };
  },
  notApplicable: ({ nothingBought }) => (nothingBought ? 'Nothing is bought.' : undefined),
  beyond: (fact: AttestedFact) => {
    const read = readMoney(fact.particulars['price'] ?? '', { negatives: false });
    return read.ok ? [] : [`The price: ${read.message}.`];
  },
});

export const bauOwnerAccepts = attested({
  id: 'bau-owner-accepts',
  sign: true,
  subject: (project) => ({
    owners: [...holders(project.people, 'bau-owner')],
    ...text(project, 'scopeIn', 'scopeOut'),
  }),
  extra: (project) => ({ named: holders(project.people, 'bau-owner').length > 0 }),
  before: ({ named }) =>
    named
      ? []
      : [
          obstacle(
            'No BAU owner is named and has accepted.',
            { screen: 'people', field: 'bau-owner' },
            'pmo',
          ),
        ],
});

export const acceptancePassed = attested({
  id: 'acceptance-passed',
  subject: (project) =>
    standing(project.schedule.deliverables).map((row) => ({ id: row.id, title: row.title })),
  particulars: [{ name: 'snags', label: 'Open snags with their owners, or none' }],
});

export const reversionPlanned = attested({
  id: 'reversion-planned',
  subject: (project) => text(project, 'proposedChanges'),
});

export const risksHandedOver = attested({
  id: 'risks-handed-over',
  sign: true,
  subject: (project) =>
    counted(project.risks)
      .filter(isOpen)
      .map((risk) => ({ id: risk.id, likelihood: risk.likelihood ?? null, impact: risk.impact ?? null })),
});
