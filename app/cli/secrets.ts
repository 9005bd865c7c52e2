import { newPassword } from '~/server/secret-tokens';
import { NotDone, type Terminal } from './terminal';

/** The password on standard input, without the line end; never on the command line, where others could read it. */
export async function passwordFromStdin(terminal: Terminal): Promise<string> {
  const bytes = await terminal.stdin();
  const password = new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
  if (password === '') throw new NotDone(['No password came on standard input']);
  return password;
}

/** The password given on standard input, or a fresh one that is to be shown once. */
export async function passwordFor(
  terminal: Terminal,
  fromStdin: boolean | undefined,
): Promise<{ readonly password: string; readonly shown: boolean }> {
  if (fromStdin) return { password: await passwordFromStdin(terminal), shown: false };
  return { password: newPassword(), shown: true };
}
