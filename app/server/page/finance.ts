import { figuresOf } from '~/core/finance/figures';
import { isNilLine } from '~/core/finance/line';
import type { LineKind } from '~/core/finance/state';
import { horizonNeeded } from '~/core/finance/start-month';
import { formatFy } from '~/core/time/financial-year';
import { byWords, eventHref, linePath } from './finance-words';
import { financeBridge } from './finance-bridge';
import { financeKeyOf } from './finance-key';
import { lineCard, yearHeadings } from './finance-lines';
import { seriesTableOf } from './finance-series';
import { statedOf } from './finance-stated';
import { financeToDo, leadToDo } from './finance-todo';
import { goLiveSlipWords, profileOf } from './finance-rephase';
import { findingsHere } from './findings-here';
import type { LoadedProject } from './load-project';

/** The years figures cover, what go-live asks for, and who may extend them. */
function horizonShown(loaded: LoadedProject) {
  const { horizon } = loaded.project.money;
  const first = horizon[0];
  const last = horizon.at(-1);
  const needed = horizonNeeded(loaded.project);
  return {
    first: first === undefined ? '' : formatFy(first),
    last: last === undefined ? '' : formatFy(last),
    short:
      needed !== undefined && last !== undefined && needed > last
        ? `Go-live asks for figures to ${formatFy(needed)}: two full years after it.`
        : undefined,
    whyNot: loaded.whyNot('extend-horizon'),
  };
}

function nonCashableShown(loaded: LoadedProject) {
  const { nonCashable } = loaded.project.money;
  return {
    declared: nonCashable
      ? { why: nonCashable.declared.why, by: byWords(loaded, nonCashable.declared) }
      : undefined,
    agreed: nonCashable?.agreed ? byWords(loaded, nonCashable.agreed) : undefined,
    whyNotDeclare: nonCashable ? undefined : loaded.whyNot('declare-non-cashable', { why: 'Why' }),
    whyNotAgree: nonCashable && !nonCashable.agreed ? loaded.whyNot('agree-non-cashable', {}) : undefined,
  };
}

/** The choices a money line's terms are made of; categories of its own kind where that is known. */
export function termChoices({ project, external }: LoadedProject, of?: LineKind) {
  return {
    categories: external.framework.categories
      .filter(({ kind }) => of === undefined || kind === of)
      .map(({ id, title, kind }) => ({ value: id, text: of ? title : `${title} (${kind})`, kind })),
    baselines: project.registers.costBaselines
      .filter((each) => !each.withdrawn)
      .map(({ id, service }) => ({ value: id, text: service })),
  };
}

/** The part-year profile of each line that has one to speak of. */
const profilesOf = (loaded: LoadedProject) =>
  loaded.project.money.lines
    .filter((line) => !line.withdrawn && line.kind !== 'investment' && !isNilLine(line))
    .flatMap((line) => {
      const profile = profileOf(loaded, line);
      return profile
        ? [{ id: line.id, title: line.title, href: linePath(loaded.project.ref, line.id), profile }]
        : [];
    });

/** The finance page: key figures, who stands behind what, the lines, what is to do, and the form's own tables. */
export function financeOf(loaded: LoadedProject, adding: boolean, bridge: string | null = null) {
  const { project, external, today } = loaded;
  const figures = figuresOf(project, external.framework, today);
  const declared = project.money.nonCashable?.declared;
  return {
    marks: loaded.marks,
    adding,
    years: yearHeadings(loaded),
    horizonFys: project.money.horizon,
    key: financeKeyOf(loaded, figures),
    series: seriesTableOf(loaded, figures),
    bridge: financeBridge(loaded, bridge),
    toDo: { finance: financeToDo(loaded), lead: leadToDo(loaded) },
    mine: {
      finance: loaded.may('validate-figures').length === 0,
      lead: loaded.may('propose-figures').length === 0,
    },
    profiles: profilesOf(loaded),
    slipCosts: goLiveSlipWords(loaded),
    findings: findingsHere(loaded, 'finance'),
    lines: project.money.lines.map((line) => lineCard(loaded, line)),
    whyNotAdd: loaded.whyNot('add-money-line'),
    choices: adding ? termChoices(loaded) : { categories: [], baselines: [] },
    horizon: horizonShown(loaded),
    nonCashable: {
      ...nonCashableShown(loaded),
      href: declared ? eventHref(project.ref, declared.seq) : undefined,
    },
    stated: statedOf(loaded),
  };
}
