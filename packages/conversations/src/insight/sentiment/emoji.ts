/** Emoji that tell a mood; all others tell none. */
const valuedEmoji: Iterable<readonly [string, number]> = [
  ['😀😃😄😁😆😊🙂😍🥰😘🤩🥳😇😎🤗👍👏🙌💪🎉❤♥🧡💛💚💙💜💯⭐🌟✨🏆💖💕👌🥇☺', 2],
  ['🙏😉😅😂🤣', 1],
  ['🙄😒😕🙁☹😟😞😔😣😖😩😫😢😭💔👎😬😤😪😓🤦', -2],
  ['😡😠🤬🤮🤢💩🖕👿', -3],
];

const values = new Map([...valuedEmoji].flatMap(([list, value]) => [...list].map(emoji => [emoji, value] as const)));

/** What an emoji is worth; 0 for one without a mood. */
export function emojiValue(emoji: string): number {
  return values.get(emoji) ?? 0;
}
