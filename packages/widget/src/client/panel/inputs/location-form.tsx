import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ChatInput } from '../../chat-message.ts';
import { useChat } from '../chat-context.ts';
import { FormButtons } from './form-buttons.tsx';
import { Problem } from './problem.tsx';
import { questionName } from './question-name.ts';

/** A place, written or from the device, which asks the visitor first. */
export function LocationForm({ input }: { readonly input: ChatInput }): VNode {
  const { session, texts } = useChat();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(input.error ?? '');
  const [searching, setSearching] = useState(false);
  const id = useId();
  const locate = () => {
    setSearching(true);
    const failed = () => {
      setSearching(false);
      setProblem(texts.positionFailed);
    };
    const found = ({ coords: { latitude, longitude } }: GeolocationPosition) => {
      const place = `${latitude}, ${longitude}`;
      session.reply({ text: place }, place);
    };
    navigator.geolocation.getCurrentPosition(found, failed, { timeout: 15_000 });
  };
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault();
        const written = text.trim();
        if (written === '') setProblem(texts.required);
        else session.reply({ text: written }, written);
      }}
    >
      <label class="unseen" for={id}>
        {questionName(input, texts.place)}
      </label>
      <Problem id={`${id}-problem`} text={problem} />
      <input
        id={id}
        type="text"
        autocomplete="street-address"
        maxLength={500}
        placeholder={texts.place}
        value={text}
        aria-describedby={`${id}-problem`}
        aria-invalid={problem !== ''}
        onInput={event => setText(event.currentTarget.value)}
      />
      {'geolocation' in navigator && (
        <button type="button" class="other" disabled={searching} onClick={locate}>
          {texts.usePosition}
        </button>
      )}
      <FormButtons input={input} />
    </form>
  );
}
