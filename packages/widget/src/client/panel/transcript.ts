import { markdown } from '../rich-text/markdown.ts';
import { plainText } from '../rich-text/plain-text.ts';
import { sanitizeHtml } from '../rich-text/sanitize-html.ts';
import type { Entry } from '../session/entry.ts';
import type { Chat } from './chat-context.ts';

/** Who said something, as it is shown. */
export function speakerOf({ message }: Entry, { botName, texts }: Pick<Chat, 'botName' | 'texts'>): string {
  if (message.from === 'visitor') return texts.you;
  return message.from === 'agent' ? (message.name ?? botName) : message.from === 'bot' ? botName : '';
}

/** What was said, without its form. */
function textOf({ message }: Entry): string {
  const { from, type, text = '', caption, fileName, url } = message;
  if (from === 'visitor') return text || fileName || '';
  const said = plainText(type === 'html' ? sanitizeHtml(text) : markdown(text, { images: false }));
  return [said, caption, fileName, url].filter(Boolean).join(' ');
}

/** Hands the conversation to the visitor as a text file. */
export function downloadTranscript(chat: Chat): void {
  const { botName, session, mount } = chat;
  const time = new Intl.DateTimeFormat(mount.locale.tag, { dateStyle: 'short', timeStyle: 'short' });
  const lines = session.store.value.entries.map(entry => {
    const said = new Date(entry.message.createdAt);
    const when = Number.isNaN(said.getTime()) ? '' : time.format(said);
    return [`[${when}]`, speakerOf(entry, chat) && `${speakerOf(entry, chat)}:`, textOf(entry)]
      .filter(Boolean)
      .join(' ');
  });
  const file = new Blob([`${botName}\n\n${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${botName.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'chat'}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
