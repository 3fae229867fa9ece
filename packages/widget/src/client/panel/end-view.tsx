import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useChat, useStore } from './chat-context.ts';
import { OptionGroup } from './inputs/option-group.tsx';
import { scaleFace } from './inputs/scale-face.tsx';

const points = ['1', '2', '3', '4', '5'];

/** After the end: how it was, and another beginning; quiet where the visitor can go on asking. */
export function EndView({ quiet }: { readonly quiet: boolean }): VNode {
  const { session, texts } = useChat();
  const { rated, entries } = useStore(session.store);
  const [picked, setPicked] = useState<string>();
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState('');
  const [thanks, setThanks] = useState(false);
  const send = async () => {
    try {
      await session.rate(Number(picked), comment.trim());
      setThanks(true);
    } catch {
      setProblem(texts.failed);
    }
  };
  const asks = !rated && entries.some(({ message }) => message.from === 'visitor');
  return (
    <>
      {asks && (
        <form
          class="form"
          onSubmit={event => {
            event.preventDefault();
            if (picked !== undefined) void send();
            else setProblem(texts.choose);
          }}
        >
          <OptionGroup
            name={texts.rate}
            shownName
            options={points.map(id => ({
              id,
              label: texts.point(Number(id), 5),
              face: scaleFace('stars', Number(id), 1, 5),
            }))}
            picked={picked}
            pick={setPicked}
            error={problem}
            row
          />
          {picked !== undefined && (
            <label class="field">
              <span>{texts.comment}</span>
              <textarea
                rows={2}
                maxLength={2000}
                value={comment}
                onInput={event => setComment(event.currentTarget.value)}
              />
            </label>
          )}
          {picked !== undefined && (
            <button type="submit" class="main">
              {texts.send}
            </button>
          )}
        </form>
      )}
      <p role="status">{thanks ? texts.thanks : ''}</p>
      <button type="button" class={quiet ? 'plain' : 'main'} onClick={() => void session.restart()}>
        {texts.restart}
      </button>
    </>
  );
}
