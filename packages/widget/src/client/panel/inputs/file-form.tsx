import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { ChatError } from '../../chat-error.ts';
import type { ChatInput } from '../../chat-message.ts';
import { useChat } from '../chat-context.ts';
import { fileProblem, megabytes } from './file-problem.ts';
import { FormButtons } from './form-buttons.tsx';
import { Problem } from './problem.tsx';
import { questionName } from './question-name.ts';

/** Files from the visitor's machine, looked at before they are sent. */
export function FileForm({ input }: { readonly input: ChatInput }): VNode {
  const { session, texts } = useChat();
  const { accept, maxBytes, maxFiles = 1 } = input;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState(input.error ?? '');
  const [uploading, setUploading] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();

  const add = (chosen: readonly File[]) => {
    const all = maxFiles > 1 ? [...files, ...chosen] : chosen.length > 0 ? chosen : files;
    const refusal = fileProblem(all, input, texts);
    setProblem(refusal ?? '');
    if (refusal === undefined) setFiles(all);
    if (picker.current !== null) picker.current.value = '';
  };
  const send = async () => {
    if (files.length === 0) return setProblem(texts.fileRequired);
    setUploading(true);
    setProblem('');
    try {
      await session.replyWithFiles(files);
    } catch (error) {
      setUploading(false);
      setProblem((error instanceof ChatError && error.message) || texts.uploadFailed);
    }
  };
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault();
        if (!uploading) void send();
      }}
    >
      <Problem id={`${id}-problem`} text={problem} />
      <p class="hint" id={`${id}-hint`} hidden={maxBytes === undefined}>
        {texts.largestFile(megabytes(maxBytes ?? 0))}
      </p>
      <input
        ref={picker}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-hidden="true"
        multiple={maxFiles > 1}
        accept={accept?.join(',')}
        onChange={event => add([...(event.currentTarget.files ?? [])])}
      />
      <button
        type="button"
        class="other"
        disabled={uploading}
        aria-label={`${texts.chooseFiles(maxFiles)}: ${questionName(input, '')}`}
        aria-describedby={`${id}-problem ${id}-hint`}
        onClick={() => picker.current?.click()}
      >
        {texts.chooseFiles(maxFiles)}
      </button>
      <ul class="files">
        {files.map(file => (
          <li key={`${file.name} ${file.size} ${file.lastModified}`}>
            <span dir="auto">{file.name}</span>
            <button
              type="button"
              class="other"
              disabled={uploading}
              aria-label={texts.removeFile(file.name)}
              onClick={() => setFiles(files.filter(other => other !== file))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{uploading ? texts.uploading : ''}</p>
      {!uploading && <FormButtons input={input} sendable={files.length > 0} />}
    </form>
  );
}
