import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('manages a chatbot from its making to its end, and is told what to do about one that is gone', async () => {
  const main = join(import.meta.dirname, '../src/main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@conferbot/source', main]);
  const lines = stdout.trim().split('\n');
  expect(lines[0]).toBe('← 45 tools, 6 resources, 6 prompts');
  const id = lines.find(line => line.startsWith('← bot_'))?.slice(2) ?? '';
  expect(lines).toContain(`→ delete_chatbot {"chatbotId":"${id}"}`);
  expect(JSON.parse(lines.at(-1)?.slice(2) ?? '')).toMatchObject({ error: 'not_found', fix: expect.any(String) });
});
