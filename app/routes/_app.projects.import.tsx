import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ImportPage } from '~/features/projects/ImportPage';
import { projectPath } from '~/features/projects/sections';
import { pageTitle } from '~/features/shell/title';
import { fields, optional } from '~/server/decode-form';
import { line } from '~/server/form-fields';
import { prepareImport, previewAsked, receiveDocument } from '~/server/page/import-document-form';
import { marksOfNew, whyNotGive } from '~/server/page/programme-page';
import { runCommandFromForm } from '~/server/page/run-command';
import { mediaType } from '~/server/read-body';

export const loader = async (args: LoaderFunctionArgs) => ({
  whyNot: await whyNotGive(args, 'import-business-case'),
  preview: await previewAsked(args),
  marks: marksOfNew(args.context),
});

export const action = (args: ActionFunctionArgs) =>
  mediaType(args.request.headers) === 'multipart/form-data'
    ? receiveDocument(args)
    : runCommandFromForm(args, {
        commands: {
          'import-business-case': {
            fields: fields({ sha256: line(), name: line(), ref: optional(line()) }),
            prepare: prepareImport,
            then: (_answer, input) => {
              const { ref, document } = input as { ref?: string; document: { ref?: string } };
              return projectPath(ref ?? document.ref ?? '');
            },
          },
        },
      });

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, 'Import a Business Case Lite', 'Projects');

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />;
}
