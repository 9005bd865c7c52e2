import { fields } from '../decode-form';
import { line, text } from '../form-fields';
import type { PageArgs } from './load-project';
import { runCommandFromForm } from './run-command';

/** The commands that the case check's page gives. */
export const runFindingsCommand = (args: PageArgs) =>
  runCommandFromForm(args, {
    commands: {
      'explain-finding': { fields: fields({ rule: line(), subject: line(), why: text() }) },
      'accept-explanation': { fields: fields({ explanationId: line() }) },
      'withdraw-explanation': { fields: fields({ explanationId: line(), why: text() }) },
    },
  });
