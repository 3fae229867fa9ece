import type { ChatInput } from '../../chat-message.ts';
import { markdown } from '../../rich-text/markdown.ts';
import { plainText } from '../../rich-text/plain-text.ts';

/** The question as the name of its field; it is shown as a message already. */
export function questionName({ prompt = '' }: ChatInput, fallback: string): string {
  return plainText(markdown(prompt, { images: false })).slice(0, 300) || fallback;
}
