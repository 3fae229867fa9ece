import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useChat } from '../chat-context.ts';
import { Icon } from '../icons.tsx';
import { longestReply } from './text-form.tsx';

/** A line to ask something in, beside what is to be chosen. */
export function QuestionForm(): VNode {
  const { session, texts } = useChat();
  const [text, setText] = useState('');
  return (
    <form
      class="form ask"
      onSubmit={event => {
        event.preventDefault();
        const asked = text.trim();
        if (asked !== '') session.reply({ text: asked }, asked);
      }}
    >
      <div class="line">
        <input
          value={text}
          maxLength={longestReply}
          autocomplete="off"
          aria-label={texts.ask}
          placeholder={texts.ask}
          onInput={event => setText(event.currentTarget.value)}
        />
        <button type="submit" class="other round" aria-label={texts.sendQuestion}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
