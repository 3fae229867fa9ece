import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../session/store.ts';
import { useChat, useStore } from './chat-context.ts';
import { Composer } from './composer.tsx';
import { Frame } from './frame.tsx';
import { Header } from './header.tsx';
import { Log } from './log.tsx';
import { Notice } from './notice.tsx';
import type { PanelView } from './panel-view.ts';

/** The chat as it is seen. */
export function ChatPanel({ view }: { readonly view: Store<PanelView> }): VNode {
  const { open, showsHelp, focus } = useStore(view);
  const { mount } = useChat();
  const { config } = mount.chat;
  return (
    <Frame open={open} focus={focus}>
      <Header showsHelp={showsHelp} showHelp={show => view.set({ showsHelp: show, focus: true })} />
      {showsHelp && <Help />}
      <div class="talk" hidden={showsHelp}>
        <Log />
        <Notice />
        <Composer takesFocus={focus && open} keepFocus={() => view.set({ focus: true })} />
      </div>
      {config.hideBrand !== true && <Brand />}
    </Frame>
  );
}

function Brand(): VNode {
  const { mount, texts } = useChat();
  const { enableCustomBrand, customBrand } = mount.chat.config;
  return <p class="brand">{enableCustomBrand === true && customBrand ? customBrand : texts.brand}</p>;
}

/** The articles, loaded when somebody wants to read them. */
function Help(): VNode {
  const { texts } = useChat();
  const [Articles, setArticles] = useState<ComponentType | 'failed'>();
  useEffect(() => {
    let gone = false;
    import('../help/articles.tsx').then(
      module => !gone && setArticles(() => module.Articles),
      () => !gone && setArticles('failed'),
    );
    return () => {
      gone = true;
    };
  }, []);
  if (Articles === 'failed') return <p class="help">{texts.articleFailed}</p>;
  return Articles === undefined ? <p class="help">{texts.searching}</p> : <Articles />;
}
