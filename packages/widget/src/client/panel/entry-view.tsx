import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { markdown } from '../rich-text/markdown.ts';
import { ExternalLink, RichText } from '../rich-text/rich-text.tsx';
import { sanitizeHtml } from '../rich-text/sanitize-html.ts';
import type { Entry } from '../session/entry.ts';
import { addressBelow, webAddress } from '../web-address.ts';
import { useChat } from './chat-context.ts';
import { MediaView } from './media-view.tsx';
import { memo } from './memo.ts';
import { speakerOf } from './transcript.ts';

interface EntryProps {
  readonly entry: Entry;
  /** The first of several by the same. */
  readonly begins: boolean;
}

/** One message with whom it is from. */
export const EntryView = memo(({ entry, begins }: EntryProps): VNode => {
  const chat = useChat();
  const { texts, mount } = chat;
  const { from } = entry.message;
  const speaker = speakerOf(entry, chat);
  const { avatar, logo, hideAvatar } = mount.chat.config;
  const picture = from === 'bot' && hideAvatar !== true ? (avatar ?? logo) : undefined;
  const address = webAddress(picture);
  return (
    <div class={`entry ${from}`} data-seq={entry.message.seq}>
      {address !== undefined && (begins ? <img class="avatar" src={address} alt="" /> : <span class="avatar" />)}
      <div class="said">
        {from === 'agent' && begins ? <p class="speaker">{speaker}</p> : <span class="unseen">{speaker} </span>}
        <Content entry={entry} />
        <Citations citations={entry.message.citations ?? []} />
        {entry.delivery === 'waiting' && <p class="delivery">{texts.waiting}</p>}
        {entry.delivery === 'refused' && <p class="delivery">{texts.refused}</p>}
      </div>
    </div>
  );
});

const mediaTypes: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'file', 'redirect', 'link']);

function Content({ entry: { message } }: { readonly entry: Entry }): VNode | null {
  const { from, type, text = '' } = message;
  const nodes = useMemo(
    () => (from === 'visitor' ? [] : type === 'html' ? sanitizeHtml(text) : markdown(text, { images: false })),
    [from, type, text],
  );
  const media = mediaTypes.has(type) && from !== 'visitor' && <MediaView message={message} />;
  return (
    <>
      {media}
      {text !== '' && (
        <div class="bubble" dir="auto">
          {from === 'visitor' ? text : <RichText nodes={nodes} />}
        </div>
      )}
    </>
  );
}

/** Where an answer is from. */
function Citations({ citations }: Required<Pick<Entry['message'], 'citations'>>): VNode | null {
  const { mount, texts } = useChat();
  const links = citations.flatMap(({ title, path }) => {
    const href = addressBelow(mount.host, path);
    return href === undefined ? [] : [{ title, href }];
  });
  if (links.length === 0) return null;
  return (
    <ul class="sources" aria-label={texts.sources}>
      {links.map(({ title, href }) => (
        <li key={href} dir="auto">
          <ExternalLink href={href}>{title}</ExternalLink>
        </li>
      ))}
    </ul>
  );
}
