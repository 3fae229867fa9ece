import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Article, ArticleSummary } from '../chat-api.ts';
import { useChat } from '../panel/chat-context.ts';
import { markdown } from '../rich-text/markdown.ts';
import { RichText } from '../rich-text/rich-text.tsx';

/** Milliseconds after the last key until it is searched. */
const patience = 250;

/** Articles to search and to read. */
export function Articles(): VNode {
  const [article, setArticle] = useState<Article>();
  const [words, setWords] = useState('');
  return article === undefined ? (
    <Search words={words} setWords={setWords} read={setArticle} />
  ) : (
    <Reader article={article} back={() => setArticle(undefined)} />
  );
}

interface SearchProps {
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly read: (article: Article) => void;
}

function Search({ words, setWords, read }: SearchProps): VNode {
  const { api, mount, texts } = useChat();
  const { bot } = mount;
  const [found, setFound] = useState<readonly ArticleSummary[] | 'searching' | 'failed'>('searching');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const search = new AbortController();
    const timer = setTimeout(() => {
      api.searchArticles(bot, words.trim(), search.signal).then(
        ({ data }) => setFound(data),
        () => !search.signal.aborted && setFound('failed'),
      );
    }, patience);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [api, bot, words]);
  const open = (slug: string) => void api.article(bot, slug).then(read, () => setFound('failed'));
  const notice =
    found === 'searching'
      ? texts.searching
      : found === 'failed'
        ? texts.articleFailed
        : found.length === 0
          ? texts.noArticles
          : '';
  return (
    <div class="help">
      <label class="unseen" for={id}>
        {texts.search}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        maxLength={200}
        placeholder={texts.search}
        value={words}
        onInput={event => setWords(event.currentTarget.value)}
      />
      <p role="status">{notice}</p>
      <ul>
        {typeof found === 'object' &&
          found.map(({ slug, title, description }) => (
            <li key={slug}>
              <button type="button" class="other" onClick={() => open(slug)}>
                <strong dir="auto">{title}</strong>
                {description && <span dir="auto">{description}</span>}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Reader({ article, back }: { readonly article: Article; readonly back: () => void }): VNode {
  const { texts } = useChat();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too.
    <section class="help" aria-label={article.title} tabIndex={0}>
      <button type="button" class="other" onClick={back}>
        {texts.back}
      </button>
      <article dir="auto">
        <h3 ref={title} tabIndex={-1}>
          {article.title}
        </h3>
        <RichText nodes={markdown(article.content, { images: true })} />
      </article>
    </section>
  );
}
