import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ChatInput } from '../../chat-message.ts';
import { webAddress } from '../../web-address.ts';
import { useChat } from '../chat-context.ts';
import { FormButtons } from './form-buttons.tsx';
import { moveByArrow } from './move-by-arrow.ts';
import { Problem } from './problem.tsx';
import { questionName } from './question-name.ts';

/** Several of several options. */
export function ChoicesForm({ input }: { readonly input: ChatInput }): VNode {
  const { session, texts } = useChat();
  const { options = [], min = 0, max = options.length, optional } = input;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState(input.error ?? '');
  const id = useId();
  const toggle = (option: string) => {
    const next = new Set(picked);
    if (!next.delete(option)) next.add(option);
    setPicked(next);
  };
  const send = () => {
    if (picked.size < min && !(optional === true && picked.size === 0)) return setProblem(texts.chooseAtLeast(min));
    if (picked.size > max) return setProblem(texts.chooseAtMost(max));
    const chosen = options.filter(option => picked.has(option.id));
    return session.reply(
      { choiceIds: chosen.map(option => option.id) },
      chosen.map(({ label }) => label).join(', ') || texts.skip,
    );
  };
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset class="options" aria-describedby={`${id}-problem`}>
        <legend class="unseen">{questionName(input, texts.choose)}</legend>
        <Problem id={`${id}-problem`} text={problem} />
        {options.map(option => {
          const picture = webAddress(option.image);
          return (
            <label key={option.id} class="option">
              <input
                type="checkbox"
                checked={picked.has(option.id)}
                aria-invalid={problem !== ''}
                aria-describedby={`${id}-problem`}
                onChange={() => toggle(option.id)}
                onKeyDown={moveByArrow}
              />
              {picture !== undefined && <img src={picture} alt="" />}
              <span dir="auto">{option.label}</span>
            </label>
          );
        })}
      </fieldset>
      <FormButtons input={input} />
    </form>
  );
}
