import type { ChatInput, ChatStatus } from '../chat-message.ts';
import type { Entry } from './entry.ts';

/** All that is drawn of a session. */
export interface SessionState {
  /** `starting` until the first answer of the server; `unavailable` where the chatbot takes no visitors. */
  readonly phase: 'starting' | 'ready' | 'unavailable';
  readonly status: ChatStatus;
  readonly input: ChatInput | null;
  readonly entries: readonly Entry[];
  /** Somebody is about to say something. */
  readonly typing: boolean;
  /** A reply is on its way, or the messages after it are. */
  readonly busy: boolean;
  readonly online: boolean;
  readonly rated: boolean;
  /** Why something that the visitor asked for was not done. */
  readonly problem?: string | undefined;
}

export const initialState: SessionState = {
  phase: 'starting',
  status: 'active',
  input: null,
  entries: [],
  typing: false,
  busy: false,
  online: true,
  rated: false,
};
