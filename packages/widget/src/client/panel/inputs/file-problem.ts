import type { ChatInput } from '../../chat-message.ts';
import type { Texts } from '../../texts/texts.ts';

/** Why files would not be taken, as far as that can be said before they are sent; undefined if they would. */
export function fileProblem(files: readonly File[], input: ChatInput, texts: Texts): string | undefined {
  const { accept = [], maxBytes, maxFiles = 1 } = input;
  if (files.length > maxFiles) return texts.tooManyFiles(maxFiles);
  for (const file of files) {
    if (file.size === 0) return texts.fileEmpty(file.name);
    if (maxBytes !== undefined && file.size > maxBytes) return texts.fileTooLarge(file.name, megabytes(maxBytes));
    if (accept.length > 0 && !accept.some(rule => fits(file, rule.toLowerCase()))) {
      return texts.fileType(file.name, accept.map(rule => rule.replace('/*', '')).join(', '));
    }
  }
  return undefined;
}

export const megabytes = (bytes: number): string => String(Math.round((bytes / 1_048_576) * 100) / 100);

/** By the type that the browser says, or the end of the name. Where it says none, the server looks. */
function fits({ name, type }: File, rule: string): boolean {
  if (rule === '*' || rule === '*/*') return true;
  if (!rule.includes('/')) return name.toLowerCase().endsWith(rule.replace(/^\*?\.?/, '.'));
  if (type === '') return true;
  return rule.endsWith('/*') ? type.startsWith(rule.slice(0, -1)) : type === rule;
}
