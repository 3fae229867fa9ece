/** How figures are to be read. */
export const reading = `# How to read the figures

- Conversations are counted on the day that they started, as they are now. provisional says that some go on: figures of the last day may still move.
- views were opened, starts are those in which the visitor spoke, responses those with an answer, completions followed the flow to its end with an answer.
- Give each rate with its numerator and denominator. Where lowSample is true say that it rests on few conversations, give the interval, and draw no conclusion from a difference.
- A change against previousPeriod is worth a word only when the numbers behind it are large enough; say how large they are.
- Percentiles of durations may be off by relativeError. CSAT is the share of ratings of 4 and 5 among those who rated, not among all.
- topDropOffNodes are of the version that is live, over all channels: conversations that came to a node and did not go on.
- Figures say what happened, not why. Call a cause a guess unless the conversations show it.`;
