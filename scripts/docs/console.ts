import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Block } from './document.ts';

const secondsToShow = 180;
const secondsToEnd = 3;

interface Command {
  readonly line: string;
  readonly expected: string[];
}

/**
 * Runs each `$ command` of a block from the root and returns what went wrong. The output must contain the lines
 * that follow, in order; `…` stands for anything. A command that still runs when it has shown them (a server) stays
 * up for the rest of the block.
 */
export async function runConsole(root: string, block: Block): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'conferbot-docs-'));
  const running: ChildProcess[] = [];
  try {
    for (const command of commandsOf(block)) {
      const problem = await run(root, dataDir, command, running);
      if (problem !== undefined) return [problem];
    }
    return [];
  } finally {
    await Promise.all(running.map(stop));
    rmSync(dataDir, { recursive: true });
  }
}

function commandsOf(block: Block): Command[] {
  const commands: Command[] = [];
  for (const line of block.text.split('\n')) {
    const last = commands.at(-1);
    if (line.startsWith('$ ')) commands.push({ line: line.slice(2), expected: [] });
    else if (last !== undefined && line.trim() !== '') last.expected.push(line.trim());
  }
  return commands;
}

async function run(root: string, dataDir: string, command: Command, running: ChildProcess[]) {
  // A group of its own, so that what npx and pnpm start ends with them.
  const child = spawn('bash', ['-c', command.line], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATA_DIR: dataDir, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  running.push(child);
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  const closed = new Promise<void>(resolve => child.once('close', () => resolve()));

  const deadline = Date.now() + secondsToShow * 1000;
  while (Date.now() < deadline && child.exitCode === null && missingLine(command, output) !== undefined)
    await delay(50);
  await Promise.race([closed, delay(secondsToEnd * 1000)]);

  const missing = missingLine(command, output);
  if (missing !== undefined) return `\`${command.line}\` did not print "${missing}", but:\n${output}`;
  if (child.exitCode !== null && child.exitCode !== 0) {
    return `\`${command.line}\` ended with ${child.exitCode}:\n${output}`;
  }
  return undefined;
}

/** The first expected line that the output does not have after those before it. */
function missingLine(command: Command, output: string): string | undefined {
  const lines = stripVTControlCharacters(output).split('\n');
  let from = 0;
  return command.expected.find(expected => {
    const pattern = new RegExp(expected.split('…').map(RegExp.escape).join('.*'));
    const found = lines.findIndex((line, index) => index >= from && pattern.test(line));
    // The wildcard alone may stand for no line at all.
    if (found >= 0 && expected !== '…') from = found + 1;
    return found < 0 && expected !== '…';
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const closed = new Promise(resolve => child.once('close', resolve));
  process.kill(-child.pid, 'SIGTERM');
  const stopped = await Promise.race([closed.then(() => true), delay(10_000, false)]);
  if (!stopped) process.kill(-child.pid, 'SIGKILL');
}
