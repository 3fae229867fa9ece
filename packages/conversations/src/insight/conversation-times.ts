import type { SpokenMessage } from './spoken-message.ts';

/** What else the times of a conversation depend on. */
export interface ConversationTimesOptions {
  /** When the visitor was handed over to people, each time. */
  readonly handedOverAt?: readonly Date[] | undefined;
  /** The time now, for a conversation that is still open: it goes on until then. */
  readonly now?: Date | undefined;
}

/** How long a conversation took, in whole seconds. The three kinds of waiting add up to the duration. */
export interface ConversationTimes {
  /** From the first message to the last one of the visitor or an agent, or to now. */
  readonly durationSeconds: number;
  /** Where the duration ends. */
  readonly until: 'last_message' | 'now';
  /** The same, but no silence counts for more than five minutes. */
  readonly activeSeconds: number;
  /** From the first message of the visitor to the first reply of the bot or an agent. */
  readonly firstReplySeconds: number | null;
  /** From the first hand-over to the first message of an agent after it. */
  readonly firstHumanReplySeconds: number | null;
  readonly visitorSeconds: number;
  readonly botSeconds: number;
  readonly waitingForHumanSeconds: number;
}

type Party = SpokenMessage['from'];

interface Moment {
  readonly time: number;
  /** Who spoke; a hand-over has nobody. */
  readonly from?: Party;
}

const longestGap = 5 * 60_000;

/** Reads how long a conversation took and whom it waited for; messages of the system are not among the given ones. */
export function conversationTimes(
  messages: readonly SpokenMessage[],
  options: ConversationTimesOptions = {},
): ConversationTimes {
  const spoken = inOrder(messages.map(({ from, at }) => ({ from, time: at.getTime() })));
  const handovers = inOrder((options.handedOverAt ?? []).map(at => ({ time: at.getTime() })));
  const start = spoken[0]?.time ?? 0;
  const end = Math.max(start, endOf(spoken, options.now));
  const waits = waitsOf(inOrder([...spoken, ...handovers]), start, end);
  const [visitorSeconds, botSeconds, waitingForHumanSeconds] = wholeSeconds([waits.visitor, waits.bot, waits.agent]);
  return {
    durationSeconds: visitorSeconds + botSeconds + waitingForHumanSeconds,
    until: options.now === undefined ? 'last_message' : 'now',
    activeSeconds: Math.floor(activeTime(spoken, end) / 1000),
    firstReplySeconds: delay(
      spoken.find(({ from }) => from === 'visitor'),
      spoken.filter(({ from }) => from !== 'visitor'),
    ),
    firstHumanReplySeconds: delay(
      handovers[0],
      spoken.filter(({ from }) => from === 'agent'),
    ),
    visitorSeconds,
    botSeconds,
    waitingForHumanSeconds,
  };
}

function inOrder<M extends Moment>(moments: readonly M[]): M[] {
  return moments.filter(({ time }) => Number.isFinite(time)).sort((one, other) => one.time - other.time);
}

/** A bot may still say something long after both have gone. */
function endOf(spoken: readonly Moment[], now: Date | undefined): number {
  const last = spoken.findLast(({ from }) => from !== 'bot')?.time ?? Number.NEGATIVE_INFINITY;
  return spoken.length > 0 && now !== undefined && Number.isFinite(now.getTime()) ? now.getTime() : last;
}

/** A silence is of whoever ends it, and of the people from a hand-over until one of them speaks. */
function waitsOf(moments: readonly Moment[], start: number, end: number): Record<Party, number> {
  const waits = { visitor: 0, bot: 0, agent: 0 };
  let before = start;
  let handedOver = false;
  let withAgent = false;
  let last: Party = 'bot';
  for (const { time, from } of moments) {
    const until = clamp(time, before, end);
    waits[handedOver ? 'agent' : (from ?? answering(last, withAgent))] += until - before;
    before = until;
    if (from === undefined) handedOver = true;
    else last = from;
    if (from === 'agent') [handedOver, withAgent] = [false, true];
  }
  waits[handedOver ? 'agent' : answering(last, withAgent)] += Math.max(0, end - before);
  return waits;
}

/** Whose turn it is after somebody spoke. */
function answering(last: Party, withAgent: boolean): Party {
  if (last !== 'visitor') return 'visitor';
  return withAgent ? 'agent' : 'bot';
}

function activeTime(spoken: readonly Moment[], end: number): number {
  const times = [...spoken.map(({ time }) => Math.min(time, end)), end];
  return spoken.length === 0 ? 0 : times.reduce((sum, time, index) => sum + gap(times[index - 1] ?? time, time), 0);
}

const gap = (from: number, to: number): number => clamp(to - from, 0, longestGap);

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

function delay(from: Moment | undefined, replies: readonly Moment[]): number | null {
  const reply = from && replies.find(({ time }) => time >= from.time);
  return from === undefined || reply === undefined ? null : Math.floor((reply.time - from.time) / 1000);
}

/** Whole seconds that add up to the whole seconds of the sum. */
function wholeSeconds([visitor, bot, agent]: readonly [number, number, number]): [number, number, number] {
  const first = Math.floor(visitor / 1000);
  const both = Math.floor((visitor + bot) / 1000);
  return [first, both - first, Math.floor((visitor + bot + agent) / 1000) - both];
}
