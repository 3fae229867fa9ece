import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type ChatInput, isOver, isWithPerson } from '../chat-message.ts';
import { useChat, useStore } from './chat-context.ts';
import { EndView } from './end-view.tsx';
import { ChoicesForm } from './inputs/choices-form.tsx';
import { DateForm } from './inputs/date-form.tsx';
import { FileForm } from './inputs/file-form.tsx';
import { LocationForm } from './inputs/location-form.tsx';
import { ChoiceForm, RatingForm } from './inputs/option-forms.tsx';
import { QuestionForm } from './inputs/question-form.tsx';
import { TextForm } from './inputs/text-form.tsx';

interface ComposerProps {
  readonly takesFocus: boolean;
  readonly keepFocus: () => void;
}

/** What is asked of a visitor who talks to a person. */
const anything: ChatInput = { nodeId: '', kind: 'text' };
/** Answered otherwise than by writing: to ask something takes a field of its own. */
const hasNoField: ReadonlySet<string> = new Set(['choice', 'choices', 'rating', 'date', 'file']);

/** Where the visitor answers. */
export function Composer({ takesFocus, keepFocus }: ComposerProps): VNode {
  const { session, mount } = useChat();
  const { phase, status, input } = useStore(session.store);
  const place = useRef<HTMLDivElement>(null);
  const asked = phase !== 'ready' ? null : (input ?? (isWithPerson(status) ? anything : null));
  const over = phase === 'ready' && isOver(status);
  const key = asked !== null ? JSON.stringify(asked) : over ? 'over' : '';

  useEffect(() => {
    if (key === '' || !takesFocus) return;
    // After the frame: it is opened, and takes the keyboard, in an effect of its own.
    queueMicrotask(() => {
      const { activeElement } = document;
      const free = activeElement === null || activeElement === document.body || activeElement === mount.root.host;
      const inside = mount.root.activeElement;
      const field = place.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, button');
      if (free && (inside === null || inside.localName === 'h2')) field?.focus({ preventScroll: true });
    });
  }, [key, takesFocus, mount]);

  return (
    <div ref={place} class="composer" onFocusIn={keepFocus}>
      {over && <EndView quiet={asked !== null} />}
      {asked !== null && <Form key={key} input={asked} />}
      {asked?.mayAsk === true && hasNoField.has(asked.kind) && <QuestionForm key={`${key}?`} />}
    </div>
  );
}

function Form({ input }: { readonly input: ChatInput }): VNode {
  switch (input.kind) {
    case 'choice':
      return <ChoiceForm input={input} />;
    case 'rating':
      return <RatingForm input={input} />;
    case 'choices':
      return <ChoicesForm input={input} />;
    case 'date':
      return <DateForm input={input} />;
    case 'file':
      return <FileForm input={input} />;
    case 'location':
      return <LocationForm input={input} />;
    default:
      return <TextForm input={input} />;
  }
}
