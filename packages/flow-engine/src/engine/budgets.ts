/** Beyond one of these a conversation ends as `failed`, with a message to the visitor. */
export const budgets = {
  stepsPerTurn: 200,
  turns: 1_000,
  messagesPerTurn: 25,
  /** Characters of all variables as JSON. */
  variableSize: 65_536,
  /** Instructions of regular expressions times characters that they look at: about 0.2 s. */
  matchWorkPerTurn: 25_000_000,
  /** Characters of one filled-in text. */
  renderedLength: 10_000,
} as const;

/** Characters of one reply that a question takes; a longer one is turned back. */
export const longestReply = 10_000;
