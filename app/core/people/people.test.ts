import { describe, expect, it } from 'vitest';
import type { ProgrammeRole, Role } from '../access/directory';
import { holdsRole } from '../access/may';
import { happened } from '../project/events';
import { emptyProject } from '../project/empty';
import type { Project } from '../project/state';
import { scenarioDirectory } from '../testing/people';
import { scenario, type Scenario } from '../testing/scenario';
import { holders } from './state';

/** An open project with nobody named. */
const bare = () =>
  scenario({ project: { ...emptyProject('project-1'), ref: 'RX-901' }, today: '2023-10-01' });

const named = (
  role: 'sponsor' | 'lead' | 'bau-owner' | 'benefit-owner',
  person: string,
  appointmentId: string,
) => happened('person-named', { appointmentId, role, person });

describe('a sponsor who is made PMO officer or administrator afterwards', () => {
  const { sponsor, ...others } = scenarioDirectory;
  const promoted = (...roles: readonly ProgrammeRole[]) =>
    scenario({ external: { directory: { ...others, sponsor: { ...sponsor!, roles } } } });
  const holding = (story: Scenario, role: Role, project?: Project) =>
    holdsRole(story.context.external.directory, 'sponsor', role, project, story.context.today);

  it('is neither on the project they sponsor, and both everywhere else', () => {
    const story = promoted('pmo', 'administrator', 'finance');
    const elsewhere = { ...story.project, people: [] };
    for (const role of ['pmo', 'administrator'] as const) {
      expect(holding(story, role, story.project)).toBe(false);
      expect(holding(story, role, elsewhere)).toBe(true);
      expect(holding(story, role)).toBe(true);
    }
    expect(holding(story, 'sponsor', story.project)).toBe(true);
    expect(holding(story, 'finance', story.project)).toBe(true);
  });

  it('gives no command there that is the PMO’s', () => {
    const story = promoted('pmo');
    const as = 'sponsor';
    story.when('name-lead', { person: 'stranger' }, { as }).thenRefused('not-permitted');
    story.when('record-risk', { risk: 'Late', ref: '1' }, { as }).thenRefused('not-permitted');
    story
      .when('withdraw-submission', { gate: 0, why: 'w' }, { as })
      .thenRefused('not-permitted', 'not-legal-now');
    story.after('hold-project', { why: 'A review' }, { as });
  });

  it('is PMO officer there again once they no longer sponsor it', () => {
    const story = promoted('pmo');
    const ended = story.after(
      'end-appointment',
      { appointmentId: 'appointment-sponsor', why: 'Moved on' },
      { as: 'pmo' },
    );
    ended.after('name-lead', { person: 'stranger' }, { as: 'sponsor' });
  });
});

describe('naming people', () => {
  it('a PMO officer names a sponsor, who holds the role only once accepted', () => {
    const after = bare()
      .when('name-sponsor', { person: 'sponsor' }, { as: 'pmo' })
      .then(named('sponsor', 'sponsor', 'id-1'));
    expect(holders(after.project.people, 'sponsor')).toEqual([]);
    const accepted = after
      .when('accept-appointment', { appointmentId: 'id-1' }, { as: 'sponsor' })
      .then(happened('appointment-accepted', { appointmentId: 'id-1' }));
    expect(holders(accepted.project.people, 'sponsor')).toEqual(['sponsor']);
  });

  it('nobody but a PMO officer names sponsor or lead', () => {
    bare().when('name-sponsor', { person: 'sponsor' }, { as: 'viewer' }).thenRefused('not-permitted');
    bare().when('name-lead', { person: 'lead' }, { as: 'administrator' }).thenRefused('not-permitted');
  });

  it('nobody appoints themself, to any role', () => {
    for (const command of ['name-lead', 'name-bau-owner', 'name-benefit-owner']) {
      bare().when(command, { person: 'pmo' }, { as: 'pmo' }).thenRefused('separation-of-duties');
    }
    bare()
      .when('name-sponsor', { person: 'pmo' }, { as: 'pmo' })
      .thenRefused('separation-of-duties', 'conflicting-role');
  });

  it('a person without an active account is not named', () => {
    bare().when('name-lead', { person: 'left' }, { as: 'pmo' }).thenRefused('unknown-person');
    bare().when('name-lead', { person: 'nobody' }, { as: 'pmo' }).thenRefused('unknown-person');
  });

  it.each(['second-pmo', 'administrator'])('a sponsor is not a %s', (person) => {
    bare().when('name-sponsor', { person }, { as: 'pmo' }).thenRefused('conflicting-role');
  });

  it('sponsor and lead are different people, whichever is named first and even before either accepts', () => {
    bare()
      .given(named('lead', 'lead', 'a-1'))
      .when('name-sponsor', { person: 'lead' }, { as: 'pmo' })
      .thenRefused('conflicting-role');
    bare()
      .given(named('sponsor', 'sponsor', 'a-1'))
      .when('name-lead', { person: 'sponsor' }, { as: 'pmo' })
      .thenRefused('conflicting-role');
  });

  it('a BAU owner is not the lead', () => {
    scenario().when('name-bau-owner', { person: 'lead' }, { as: 'pmo' }).thenRefused('conflicting-role');
    scenario().when('name-lead', { person: 'bau-owner' }, { as: 'pmo' }).thenRefused('conflicting-role');
  });

  it('naming who is named already is refused', () => {
    scenario().when('name-lead', { person: 'lead' }, { as: 'pmo' }).thenRefused('already-so');
  });

  it('naming somebody else ends an unanswered appointment, and leaves the holder in place', () => {
    const after = scenario()
      .after('name-lead', { person: 'stranger' }, { as: 'pmo' })
      .after('name-lead', { person: 'service-manager' }, { as: 'pmo' });
    expect(holders(after.project.people, 'lead')).toEqual(['lead']);
    after
      .when('accept-appointment', { appointmentId: 'id-1' }, { as: 'stranger' })
      .thenRefused('no-such-row');
  });
});

describe('answering an appointment', () => {
  const asked = () => bare().given(named('lead', 'lead', 'a-1'));

  it('only the person named accepts or declines', () => {
    asked().when('accept-appointment', { appointmentId: 'a-1' }, { as: 'pmo' }).thenRefused('not-permitted');
    asked()
      .when('decline-appointment', { appointmentId: 'a-1', why: 'No time' }, { as: 'sponsor' })
      .thenRefused('not-permitted');
  });

  it('becoming lead is a hand in the cycle now running', () => {
    const { project } = asked().after('accept-appointment', { appointmentId: 'a-1' }, { as: 'lead' });
    expect(project.gates.records[0].hands.led).toEqual(['lead']);
  });

  it('a successor’s acceptance ends the one before', () => {
    const { project } = scenario()
      .after('name-lead', { person: 'stranger' }, { as: 'pmo' })
      .after('accept-appointment', { appointmentId: 'id-1' }, { as: 'stranger' });
    expect(holders(project.people, 'lead')).toEqual(['stranger']);
  });

  it('several people may own benefits at once', () => {
    const { project } = scenario()
      .after('name-benefit-owner', { person: 'benefit-owner' })
      .after('accept-appointment', { appointmentId: 'id-1' }, { as: 'benefit-owner' })
      .after('name-benefit-owner', { person: 'service-manager' })
      .after('accept-appointment', { appointmentId: 'id-2' }, { as: 'service-manager' });
    expect(holders(project.people, 'benefit-owner')).toEqual(['benefit-owner', 'service-manager']);
  });

  it('who became a PMO officer since being named cannot accept as sponsor', () => {
    const story = bare().given(named('sponsor', 'sponsor', 'a-1'));
    const { directory } = story.context.external;
    const sponsor = { ...directory['sponsor']!, roles: ['pmo' as const] };
    story
      .where({ directory: { ...directory, sponsor } })
      .when('accept-appointment', { appointmentId: 'a-1' }, { as: 'sponsor' })
      .thenRefused('conflicting-role');
  });

  it('a declined appointment is answered and needs a reason', () => {
    asked()
      .when('decline-appointment', { appointmentId: 'a-1', why: ' ' }, { as: 'lead' })
      .thenInvalid('why');
    asked()
      .after('decline-appointment', { appointmentId: 'a-1', why: 'No time' }, { as: 'lead' })
      .when('accept-appointment', { appointmentId: 'a-1' }, { as: 'lead' })
      .thenRefused('no-such-row');
  });

  it('an accepted appointment is not accepted again', () => {
    scenario()
      .when('accept-appointment', { appointmentId: 'appointment-lead' }, { as: 'lead' })
      .thenRefused('already-so');
  });
});

describe('ending an appointment', () => {
  const input = { appointmentId: 'appointment-lead', why: 'Moved on' };

  it.each(['pmo', 'lead'])('is for a PMO officer or the person: %s', (person) => {
    const { project } = scenario().after('end-appointment', input, { as: person });
    expect(holders(project.people, 'lead')).toEqual([]);
  });

  it.each(['sponsor', 'administrator', 'viewer'])('is not for %s', (person) => {
    scenario().when('end-appointment', input, { as: person }).thenRefused('not-permitted');
  });
});
