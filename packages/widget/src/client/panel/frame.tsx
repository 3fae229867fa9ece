import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useChat } from './chat-context.ts';

interface FrameProps {
  readonly open: boolean;
  readonly focus: boolean;
  readonly children: ComponentChildren;
}

/** What the chat stands in: a part of the page, or a dialog over it. */
export function Frame({ open, focus, children }: FrameProps): VNode {
  const { mount, botName } = useChat();
  if (mount.mode === 'inline' || mount.mode === 'fullpage') {
    return (
      <section class="panel" aria-label={botName}>
        {children}
      </section>
    );
  }
  return (
    <DialogFrame open={open} focus={focus}>
      {children}
    </DialogFrame>
  );
}

const smallScreen = '(max-width: 480px), (max-height: 420px)';

/** Modal where it covers the page: as a popup, and on small screens. Else the page stays usable beside it. */
function DialogFrame({ open, focus, children }: FrameProps): VNode {
  const { mount, botName } = useChat();
  const dialog = useRef<HTMLDialogElement>(null);
  const covers = useMedia(smallScreen) || mount.mode === 'popup';

  // `focus` counts when it opens; later it only follows the visitor.
  useEffect(() => {
    const { current } = dialog;
    if (current === null || !open) return undefined;
    if (covers) current.showModal();
    else if (focus) current.show();
    else current.setAttribute('open', '');
    // The title, rather than the first button; a question takes the keyboard from there.
    if (focus) current.querySelector('h2')?.focus();
    return () => current.close();
  }, [open, covers]);

  return (
    <dialog
      ref={dialog}
      class="panel"
      aria-label={botName}
      onCancel={event => {
        event.preventDefault();
        mount.close();
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || covers) return;
        event.stopPropagation();
        mount.close();
      }}
      onClick={event => {
        if (event.target === dialog.current && mount.mode === 'popup') mount.close();
      }}
    >
      {children}
    </dialog>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const change = () => setMatches(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, [query]);
  return matches;
}
