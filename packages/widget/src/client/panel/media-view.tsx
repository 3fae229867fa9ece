import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ExternalLink } from '../rich-text/rich-text.tsx';
import type { Entry } from '../session/entry.ts';
import { linkAddress, webAddress } from '../web-address.ts';
import { useChat } from './chat-context.ts';

/** Pages with a film rather than films: they would have to be framed, with all that they load. */
const filmPages = /^(?:www\.|m\.|player\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|loom\.com|wistia\.com)$/;

/** A picture, film, sound, file or page. What cannot be shown is linked. */
export function MediaView({ message }: { readonly message: Entry['message'] }): VNode {
  const { texts } = useChat();
  const [failed, setFailed] = useState(false);
  const { type, caption, fileName } = message;
  const url = type === 'link' ? linkAddress(message.url) : webAddress(message.url);
  const fail = () => setFailed(true);
  if (url === undefined) return <p class="bubble card">{fileName ?? caption ?? message.text ?? ''}</p>;
  const shown = !failed;
  const film = type === 'video' && shown && !filmPages.test(new URL(url).hostname);
  return (
    <figure class="bubble card">
      {type === 'image' && !failed ? (
        <img src={url} alt={caption ?? fileName ?? texts.picture} loading="lazy" onError={fail} />
      ) : film ? (
        // biome-ignore lint/a11y/useMediaCaption: the author's film has no captions of its own; `caption` says what it shows.
        <video src={url} controls preload="none" onError={fail} aria-label={caption} />
      ) : type === 'audio' && shown ? (
        // biome-ignore lint/a11y/useMediaCaption: as with films.
        <audio src={url} controls preload="none" onError={fail} aria-label={caption} />
      ) : (
        <ExternalLink href={url}>{fileName ?? (message.text || caption || nameOf(type, texts))}</ExternalLink>
      )}
      {caption !== undefined && caption !== '' && <figcaption dir="auto">{caption}</figcaption>}
    </figure>
  );
}

function nameOf(type: string, texts: { openVideo: string; openFile: string; openPage: string }): string {
  return type === 'video' ? texts.openVideo : type === 'file' || type === 'audio' ? texts.openFile : texts.openPage;
}
