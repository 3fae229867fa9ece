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
  const { bot, locale } = mount;
  const [found, setFound] = useState<readonly ArticleSummary[] | 'searching' | 'failed'>('searching');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const search = new AbortController();
    const timer = setTimeout(() => {
      api.searchArticles(bot, words.trim(), locale.tag, search.signal).then(
        ({ data }) => setFound(data),
        () => !search.signal.aborted && setFound('failed'),
      );
    }, patience);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [api, bot, locale, words]);
  const open = (article: ArticleSummary) => void api.article(bot, article).then(read, () => setFound('failed'));
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
          found.map(article => (
            <li key={`${article.locale} ${article.slug}`} lang={article.locale}>
              <button type="button" class="other" onClick={() => open(article)}>
                <strong dir="auto">{article.title}</strong>
                {article.description && <span dir="auto">{article.description}</span>}
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
      <article lang={article.locale} dir="auto">
        <h3 ref={title} tabIndex={-1}>
          {article.title}
        </h3>
        <RichText nodes={markdown(article.content, { images: true })} />
      </article>
      <Vote article={article} />
    </section>
  );
}

/** Whether the article helped; another answer replaces the one before. */
function Vote({ article }: { readonly article: Article }): VNode {
  const { api, mount, texts } = useChat();
  const [notice, setNotice] = useState('');
  const id = useId();
  const vote = (helpful: boolean) =>
    void api.voteArticle(mount.bot, article, helpful).then(
      () => setNotice(texts.thanks),
      () => setNotice(texts.failed),
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set: nothing is sent with a form.
    <div role="group" aria-labelledby={id}>
      <p id={id}>{texts.didItHelp}</p>
      <button type="button" class="other" onClick={() => vote(true)}>
        {texts.yes}
      </button>
      <button type="button" class="other" onClick={() => vote(false)}>
        {texts.no}
      </button>
      <p role="status">{notice}</p>
    </div>
  );
}
