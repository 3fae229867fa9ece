import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

interface Where {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a command to its end, and returns what it printed; throws with all of it where it fails. */
export async function run(command: string, args: readonly string[], where: Where): Promise<string> {
  const child = spawn(command, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.withResolvers<number | null>();
  child.once('error', ended.reject);
  child.once('close', ended.resolve);
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended.promise]);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${where.cwd}:\n${stdout}${stderr}`);
  return stdout;
}
