import type { VNode } from 'preact';
import { webAddress } from '../web-address.ts';
import { useChat } from './chat-context.ts';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';

interface HeaderProps {
  readonly showsHelp: boolean;
  readonly showHelp: (show: boolean) => void;
}

/** Who speaks, and what can be done with the conversation. */
export function Header({ showsHelp, showHelp }: HeaderProps): VNode {
  const { mount, texts, botName } = useChat();
  const { config, knowledgeBase } = mount.chat;
  const picture = config.hideAvatar === true ? undefined : webAddress(config.avatar ?? config.logo);
  return (
    <header class="header">
      {showsHelp && (
        <button type="button" class="tool" aria-label={texts.back} onClick={() => showHelp(false)}>
          <Icon name="back" />
        </button>
      )}
      {picture !== undefined && !showsHelp && <img class="avatar" src={picture} alt="" />}
      <div class="title">
        <h2 tabIndex={-1}>{showsHelp ? texts.help : botName}</h2>
        {config.enableTagline === true && config.tagline && !showsHelp && <p>{config.tagline}</p>}
      </div>
      {knowledgeBase && !showsHelp && (
        <button type="button" class="tool" aria-label={texts.help} onClick={() => showHelp(true)}>
          <Icon name="help" />
        </button>
      )}
      {!showsHelp && <Menu />}
      {(mount.mode === 'bubble' || mount.mode === 'popup') && (
        <button type="button" class="tool" aria-label={texts.close} onClick={mount.close}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
