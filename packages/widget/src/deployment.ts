import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import type { SecretBox } from '@conferbot/plugin';

/** What the host says about itself. */
export interface Deployment {
  /** Address that browsers reach the host at, without a slash at its end. */
  readonly publicUrl: () => string;
  /** Seals the secrets of channels. */
  readonly secrets: SecretBox;
}

/** Where the widget of a chatbot is. */
export interface WidgetPlaces {
  readonly scriptUrl: string;
  readonly pageUrl: string;
  readonly apiUrl: string;
}

/** @param chatbotId uuid */
export function widgetPlaces({ publicUrl }: Deployment, chatbotId: string): WidgetPlaces {
  const [url, bot] = [publicUrl(), chatbotIdType.encode(chatbotId)];
  return {
    scriptUrl: `${url}/widget.js`,
    pageUrl: `${url}/chat/${bot}`,
    apiUrl: `${url}/api/v1/chat/${bot}/sessions`,
  };
}

/** What a website pastes to have the chatbot as a bubble. */
export function embedSnippet(deployment: Deployment, chatbotId: string): string {
  const { scriptUrl } = widgetPlaces(deployment, chatbotId);
  return `<script src="${scriptUrl}" data-bot="${chatbotIdType.encode(chatbotId)}" defer></script>`;
}
