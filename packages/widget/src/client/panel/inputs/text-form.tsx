import type { JSX, TargetedInputEvent, VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { ChatInput } from '../../chat-message.ts';
import type { Texts } from '../../texts/texts.ts';
import { useChat } from '../chat-context.ts';
import { Icon } from '../icons.tsx';
import { SkipButton } from './form-buttons.tsx';
import { Problem } from './problem.tsx';
import { questionName } from './question-name.ts';

/** The engine takes no longer replies. */
export const longestReply = 10_000;

type FieldAttributes = JSX.IntrinsicElements['input'];

/** What helps to write each kind. What is taken is for the server to say, in the author's words. */
const fields: Readonly<Record<string, FieldAttributes>> = {
  email: { type: 'email', autocomplete: 'email', inputMode: 'email' },
  phone: { type: 'tel', autocomplete: 'tel', inputMode: 'tel' },
  number: { type: 'text', inputMode: 'decimal', autocomplete: 'off' },
  url: { type: 'text', inputMode: 'url', autocomplete: 'url' },
};

/** Text, e-mail address, telephone number, number, web address. */
export function TextForm({ input }: { readonly input: ChatInput }): VNode {
  const { session, texts } = useChat();
  const [text, setText] = useState(() => (input.error === undefined ? '' : lastReply(session.store.value.entries)));
  const [problem, setProblem] = useState(input.error ?? '');
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const id = useId();
  const attributes = fields[input.kind];
  const hint = hintOf(input, texts);

  const send = () => {
    const written = text.trim();
    if (written === '') {
      setProblem(texts.required);
      field.current?.focus();
      return;
    }
    setText('');
    setProblem('');
    session.reply({ text: written }, written);
  };
  const common = {
    ref: field,
    id,
    value: text,
    maxLength: longestReply,
    placeholder: placeholderOf(input, texts),
    'aria-describedby': `${id}-problem ${id}-hint`,
    'aria-invalid': problem !== '',
    onInput: (event: TargetedInputEvent<HTMLTextAreaElement | HTMLInputElement>) => setText(event.currentTarget.value),
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <label class="unseen" for={id}>
        {questionName(input, texts.message)}
      </label>
      <Problem id={`${id}-problem`} text={problem} />
      <p class="hint" id={`${id}-hint`} hidden={hint === ''}>
        {hint}
      </p>
      <div class="line">
        {attributes === undefined ? (
          <textarea
            {...common}
            rows={1}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              send();
            }}
          />
        ) : (
          <input {...common} {...attributes} />
        )}
        {input.nodeId !== '' && <SkipButton input={input} />}
        <button type="submit" class="main round" aria-label={texts.send}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** What was turned back, to be corrected rather than written again. */
function lastReply(
  entries: readonly { readonly message: { readonly from: string; readonly text?: string } }[],
): string {
  return entries.findLast(({ message }) => message.from === 'visitor')?.message.text ?? '';
}

function placeholderOf({ kind, nodeId, optional }: ChatInput, texts: Texts): string {
  if (nodeId === '' && optional === true) return texts.askMore;
  return (
    { email: texts.email, phone: texts.phone, number: texts.number, url: texts.url }[kind as string] ?? texts.message
  );
}

function hintOf({ kind, min, max }: ChatInput, texts: Texts): string {
  return kind === 'number' && (min !== undefined || max !== undefined) ? texts.numberBetween(min, max) : '';
}
