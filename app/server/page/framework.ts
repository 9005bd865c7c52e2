import { nameOf } from '~/core/access/directory';
import { ROLE_WORDS } from '~/core/access/may';
import { streamName } from '~/core/journal/event';
import type { CriterionData, FrameworkVersion } from '~/core/gates/framework';
import { eventsOf } from '~db/journal/journal';
import { requireActor } from '../require-actor';
import { notFound, type PageArgs } from './load-project';

const criterionView = (each: CriterionData) => ({
  id: each.id,
  gate: each.gate,
  task: each.task,
  wording: each.wording,
  kind: each.kind,
  level: each.level,
  standing: each.standing,
  on: each.on,
  owner: ROLE_WORDS[each.owner],
  authority: each.authority === undefined ? undefined : ROLE_WORDS[each.authority],
  parameters: Object.entries(each.parameters).map(([name, value]) => ({ name, value })),
});

function versionView(framework: FrameworkVersion) {
  const { criteria, deciders, stages, ...rest } = framework;
  return {
    ...rest,
    gates: stages.map(({ gate, stage, decision }) => ({
      gate,
      stage,
      decision,
      deciders: (deciders.find((each) => each.gate === gate)?.roles ?? []).map((role) => ROLE_WORDS[role]),
      criteria: criteria.filter((each) => each.gate === gate).map(criterionView),
    })),
  };
}

/** The framework in force: its newest version, or the one the address asks for; throws 404 where there is none. */
export async function frameworkView({ request, context }: PageArgs) {
  requireActor(request, context);
  const { tracker } = context;
  const { framework: newest, directory } = await tracker.external();
  const state = await tracker.readState('framework', newest.id);
  const asked = new URL(request.url).searchParams.get('version');
  const shown =
    asked === null
      ? (state?.versions.at(-1) ?? newest)
      : state?.versions.find(({ version }) => String(version) === asked);
  if (!shown) throw notFound();
  const published = await eventsOf(tracker.db, streamName('framework', newest.id));
  const event = published[shown.version - 1];
  return {
    framework: versionView(shown),
    versions: (state?.versions ?? [newest]).map(({ version }) => version),
    published: event && { on: event.day, by: nameOf(directory, event.actor) },
  };
}
