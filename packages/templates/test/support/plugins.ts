import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { type ConversationsOptions, conversations } from '@conferbot/conversations';
import { createEgress, type Egress } from '@conferbot/egress';
import { flows } from '@conferbot/flows';
import { createAnswerPort, knowledge } from '@conferbot/knowledge';
import { createSecretBox, type Plugin, type SecretBox } from '@conferbot/plugin';
import { webhooks } from '@conferbot/webhooks';
import { widget } from '@conferbot/widget';
import { templateCatalogue } from '../../src/index.ts';

interface Surroundings {
  readonly egress?: Egress;
  readonly secrets?: SecretBox;
  readonly mail?: ConversationsOptions['mail'];
}

/** All domains, with all templates. */
export function allPlugins({
  egress = createEgress(),
  secrets = createSecretBox(randomBytes(32)),
  mail,
}: Surroundings = {}): Plugin[] {
  return [
    chatbots({ templates: templateCatalogue }),
    flows({ secrets }),
    conversations({
      sessionKey: randomBytes(32),
      secrets,
      egress,
      answers: createAnswerPort({ egress }),
      ...(mail !== undefined && { mail }),
    }),
    widget({ publicUrl: 'https://chat.example', secrets }),
    knowledge({ egress }),
    webhooks({ secrets, egress }),
  ];
}
