import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ChatInput } from '../../chat-message.ts';
import { useChat } from '../chat-context.ts';
import { FormButtons } from './form-buttons.tsx';
import { Problem } from './problem.tsx';
import { questionName } from './question-name.ts';

/** A day, or a day and a time in the zone of the question. */
export function DateForm({ input }: { readonly input: ChatInput }): VNode {
  const { session, texts } = useChat();
  const { withTime, timeZone, firstDay, lastDay } = input;
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState(input.error ?? '');
  const local = value.replace('T', ' ');
  const id = useId();
  const name = withTime === true ? texts.dateAndTime : texts.date;
  const bound = (day: string | undefined, time: string) => (withTime === true && day !== undefined ? day + time : day);
  return (
    <form
      class="form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (value === '') setProblem(texts.dateRequired);
        else session.reply({ text: local }, local);
      }}
    >
      <label class="field" for={id}>
        <span class="unseen">{questionName(input, name)}</span>
        <span aria-hidden="true">{name}</span>
      </label>
      <Problem id={`${id}-problem`} text={problem} />
      <input
        id={id}
        type={withTime === true ? 'datetime-local' : 'date'}
        value={value}
        min={bound(firstDay, 'T00:00')}
        max={bound(lastDay, 'T23:59') ?? (withTime === true ? '9999-12-31T23:59' : '9999-12-31')}
        aria-describedby={`${id}-problem ${id}-zone`}
        aria-invalid={problem !== ''}
        onInput={event => setValue(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-zone`} hidden={withTime !== true || timeZone === undefined}>
        {texts.timeZone(timeZone ?? '')}
      </p>
      <FormButtons input={input} />
    </form>
  );
}
