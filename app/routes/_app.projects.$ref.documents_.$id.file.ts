import type { LoaderFunctionArgs } from '@remix-run/node';
import { serveAttachment } from '~/server/page/documents/serve-attachment';

export const loader = (args: LoaderFunctionArgs) => serveAttachment(args);
