import { baselineAt, bindingBaseline } from '~/core/gates/baseline';
import { tolerancesOf } from '~/core/gates/breaches';
import { changesSinceGate2 } from '~/core/gates/criteria/gate-3';
import type { LoadedProject } from '../load-project';
import { movable, requestsOf } from './change-requests';
import { here } from './criteria';
import { exceptionsOf } from './exceptions';
import { sideBySideOf, type PicturesAsked } from './side-by-side';

function explanationsOf(loaded: LoadedProject) {
  const { project, external, name } = loaded;
  const gate3 = project.gates.records[3].standing.state;
  const open = baselineAt(project, 2) !== undefined && gate3 !== 'approved';
  if (!open) return undefined;
  return changesSinceGate2(project, external.framework).map((each) => {
    const listed = project.gates.explainedChanges.findLast(
      (one) => one.what === each.what && one.rests === each.rests,
    );
    return {
      what: each.what,
      words: each.words,
      explained: listed && { by: name(listed.by), on: listed.day, why: listed.why },
      explain: each.explained
        ? undefined
        : (here(loaded.whyNot('explain-change', { what: each.what, why: 'x' })) ?? null),
    };
  });
}

/** Everything the page of a project's changes shows to the one who looks; `asked` chooses the pictures compared. */
export function changesOf(loaded: LoadedProject, asked: PicturesAsked = {}) {
  const { project } = loaded;
  const binds = bindingBaseline(project) !== undefined;
  return {
    marks: loaded.marks,
    binds,
    tolerances: tolerancesOf(project, loaded.external.framework),
    exceptions: exceptionsOf(loaded),
    requests: requestsOf(loaded),
    request: binds ? (loaded.whyNot('request-change') ?? null) : undefined,
    movable: movable(loaded),
    sinceGate2: explanationsOf(loaded),
    picture: sideBySideOf(loaded, asked),
  };
}
