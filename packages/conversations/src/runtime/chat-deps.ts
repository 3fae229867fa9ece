import type { SecretBox } from '@conferbot/plugin';
import type { ConversationsOptions } from '../options.ts';
import { type CarrierDeps, EffectCarrier } from './effect-carrier.ts';
import { FileTokens } from './file-tokens.ts';
import { FlowVersions } from './flow-versions.ts';
import { SessionTokens } from './session-tokens.ts';
import { Watchers } from './watchers.ts';

/** What conversations share in a process. */
export interface ChatDeps {
  readonly secrets: SecretBox;
  readonly sessionTokens: SessionTokens;
  readonly fileTokens: FileTokens;
  readonly versions: FlowVersions;
  readonly watchers: Watchers;
  readonly carrier: EffectCarrier;
}

export function chatDeps(
  { secrets, sessionKey, answers }: ConversationsOptions,
  ports: CarrierDeps['ports'],
): ChatDeps {
  const versions = new FlowVersions();
  const watchers = new Watchers();
  return {
    secrets,
    sessionTokens: new SessionTokens(sessionKey),
    fileTokens: new FileTokens(sessionKey),
    versions,
    watchers,
    carrier: new EffectCarrier({ secrets, versions, watchers, ports, ...(answers && { answers }) }),
  };
}
