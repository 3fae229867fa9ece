import type { VNode } from 'preact';
import type { ChatInput } from '../../chat-message.ts';
import { useChat } from '../chat-context.ts';

/** Leaves an optional question out, by an empty reply. */
export function SkipButton({ input }: { readonly input: ChatInput }): VNode | null {
  const { session, texts } = useChat();
  if (input.optional !== true) return null;
  return (
    <button type="button" class="other" onClick={() => session.reply({ text: '' }, texts.skip)}>
      {texts.skip}
    </button>
  );
}

export function FormButtons({
  input,
  sendable = true,
}: {
  readonly input: ChatInput;
  readonly sendable?: boolean;
}): VNode {
  const { texts } = useChat();
  return (
    <div class="buttons">
      <SkipButton input={input} />
      {sendable && (
        <button type="submit" class="main">
          {texts.send}
        </button>
      )}
    </div>
  );
}
