import { ConfigError, processConfig } from '~/server/config';
import { runCli } from './cli';

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

// A reader such as head that has had enough is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await runCli(process.argv.slice(2), {
    config: processConfig(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stdin,
  });
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exitCode = error instanceof ConfigError ? 1 : 70;
}
