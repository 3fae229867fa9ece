import type { WidgetConfig } from '../chat-config.ts';
import { webAddress } from '../web-address.ts';
import { chosenIcon, icon } from './icon.ts';
import type { LauncherTexts } from './launcher-texts.ts';

/** The button that opens and closes a bubble. */
export interface Launcher {
  readonly button: HTMLButtonElement;
  readonly elements: readonly HTMLElement[];
  show(state: { readonly open: boolean; readonly unread: number }): void;
  stop(): void;
}

/** Milliseconds until the invitation is shown. */
const invitationDelay = 2_000;

export function createLauncher(config: WidgetConfig, texts: LauncherTexts, toggle: () => void): Launcher {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.append(pictureOf(config), icon('close'));
  button.addEventListener('click', toggle);

  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.hidden = true;
  badge.setAttribute('aria-hidden', 'true');
  button.append(badge);

  const invitation = createInvitation(config, toggle);
  const timer = setTimeout(() => invitation?.removeAttribute('hidden'), invitationDelay);

  const launcher: Launcher = {
    button,
    elements: invitation === undefined ? [button] : [invitation, button],
    show({ open, unread }) {
      const name = open ? texts.close : texts.open;
      button.setAttribute('aria-label', unread > 0 ? `${name}, ${texts.unread(unread)}` : name);
      button.setAttribute('aria-expanded', String(open));
      badge.textContent = unread > 0 ? String(Math.min(unread, 99)) : '';
      badge.hidden = unread === 0;
      if (!open) return;
      clearTimeout(timer);
      invitation?.remove();
    },
    stop: () => clearTimeout(timer),
  };
  launcher.show({ open: false, unread: 0 });
  return launcher;
}

function pictureOf({ widgetIconType, widgetIconImage, widgetIconSVG }: WidgetConfig): Element {
  const address = widgetIconType === 'Image' ? webAddress(widgetIconImage) : undefined;
  if (address === undefined) return icon(chosenIcon(widgetIconSVG));
  const picture = document.createElement('img');
  picture.src = address;
  picture.alt = '';
  picture.className = 'icon';
  return picture;
}

/** A sentence beside the button; opens the chat too. */
function createInvitation({ chatIconCtaText }: WidgetConfig, toggle: () => void): HTMLElement | undefined {
  const text = typeof chatIconCtaText === 'string' ? chatIconCtaText.trim() : '';
  if (text === '') return undefined;
  const invitation = document.createElement('button');
  invitation.type = 'button';
  invitation.className = 'invitation';
  invitation.textContent = text.slice(0, 200);
  invitation.hidden = true;
  invitation.addEventListener('click', toggle);
  return invitation;
}
