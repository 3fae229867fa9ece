import { channelTypes } from './channel-types.ts';

/**
 * The uuid of the first channel of a type that a chatbot has: the chatbot's, with the number of the type in its last
 * byte. So each chatbot has a channel of each type, with an id that stays, without a row for those that are not set up.
 */
export function ownChannelId(chatbotId: string, type: string): string {
  const number = channelTypes.findIndex(known => known.type === type) + 1;
  const last = Number.parseInt(chatbotId.slice(-2), 16) ^ number;
  return chatbotId.slice(0, -2) + last.toString(16).padStart(2, '0');
}

/** The chatbots and types of which a uuid may be the own channel; at most one of them is a chatbot. */
export function possibleOwners(channelId: string): readonly { readonly chatbotId: string; readonly type: string }[] {
  // What was put in by an exclusive or is taken out by it.
  return channelTypes.map(({ type }) => ({ type, chatbotId: ownChannelId(channelId, type) }));
}
