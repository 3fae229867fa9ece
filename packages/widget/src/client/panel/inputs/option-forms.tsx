import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ChatInput } from '../../chat-message.ts';
import { useChat } from '../chat-context.ts';
import { FormButtons } from './form-buttons.tsx';
import { OptionGroup, type ShownOption } from './option-group.tsx';
import { questionName } from './question-name.ts';
import { scaleFace } from './scale-face.tsx';

/** Points of one scale at most. */
const mostPoints = 101;

/** One of several options. */
export function ChoiceForm({ input }: { readonly input: ChatInput }): VNode {
  const { session } = useChat();
  const options = input.options ?? [];
  const send = (choiceId: string) => {
    session.reply({ choiceId }, options.find(({ id }) => id === choiceId)?.label ?? choiceId);
  };
  return <OneOf input={input} options={options} send={send} />;
}

/** A point of a scale. */
export function RatingForm({ input }: { readonly input: ChatInput }): VNode {
  const { session, texts } = useChat();
  const { min = 1, max = 5, style, options } = input;
  const points = Array.from({ length: Math.min(mostPoints, Math.max(1, max - min + 1)) }, (_, index) => min + index);
  const named = points.map(point => ({
    id: String(point),
    label: options?.find(({ id }) => id === String(point))?.label ?? texts.point(point, max),
    face: scaleFace(style, point, min, max),
  }));
  return (
    <OneOf
      input={input}
      options={named}
      send={id => session.reply({ value: Number(id) }, id)}
      row
      stars={style === 'stars'}
    />
  );
}

interface OneOfProps {
  readonly input: ChatInput;
  readonly options: readonly ShownOption[];
  readonly send: (id: string) => void;
  readonly row?: boolean;
  readonly stars?: boolean;
}

function OneOf({ input, options, send, row = false, stars = false }: OneOfProps): VNode {
  const { texts, mount } = useChat();
  const [picked, setPicked] = useState<string>();
  const [problem, setProblem] = useState(input.error ?? '');
  return (
    <form
      class={stars ? 'form stars' : 'form'}
      onSubmit={event => {
        event.preventDefault();
        const { activeElement } = mount.root;
        const chosen = picked ?? (activeElement instanceof HTMLInputElement ? activeElement.value : undefined);
        if (chosen === undefined) setProblem(texts.choose);
        else send(chosen);
      }}
    >
      <OptionGroup
        name={questionName(input, texts.choose)}
        options={options}
        picked={picked}
        pick={setPicked}
        send={send}
        error={problem}
        row={row}
      />
      <FormButtons input={input} sendable={picked !== undefined} />
    </form>
  );
}
