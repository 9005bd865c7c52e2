import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PeoplePage } from '~/features/people/PeoplePage';
import { projectTitle } from '~/features/shell/title';
import { fields } from '~/server/decode-form';
import { line, text } from '~/server/form-fields';
import { loadProject } from '~/server/page/load-project';
import { peopleOf } from '~/server/page/people';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) => peopleOf(await loadProject(args));

const person = { fields: fields({ person: line() }) };
const answer = { fields: fields({ appointmentId: line() }) };
const answerWithWhy = { fields: fields({ appointmentId: line(), why: text() }) };

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, {
    commands: {
      'name-sponsor': person,
      'name-lead': person,
      'name-bau-owner': person,
      'name-benefit-owner': person,
      'accept-appointment': answer,
      'decline-appointment': answerWithWhy,
      'end-appointment': answerWithWhy,
    },
  });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'People');

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
