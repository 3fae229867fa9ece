import type { Reply } from '../engine/input.ts';
import type { InputRequest } from '../engine/input-request.ts';
import type { Conversation } from './conversation.ts';
import type { Draw } from './draw.ts';
import type { EffectResults } from './effect-results.ts';
import type { Literals } from './literals.ts';
import type { ReplyMemory } from './reply-memory.ts';
import { oddReplies, sampleReplies } from './sample-replies.ts';
import { sampleResult } from './sample-results.ts';

/** How often a visitor does what a flow does not ask for. */
const odds = { odd: 0.06, long: 0.002, handover: 0.01, close: 0.005, wander: 0.25 } as const;
const tooLong = 'x'.repeat(10_001);

/** What a visitor knows of the flow. */
export interface Guide {
  readonly literals: Literals;
  readonly memory: ReplyMemory;
  /** Distances to what nobody has seen. */
  readonly ways: ReadonlyMap<string, number>;
  readonly results: EffectResults;
}

/** Takes the next turn of a conversation as some visitor might. */
export function act(conversation: Conversation, guide: Guide, draw: Draw): void {
  const { wait, status } = conversation.turn.state;
  if (status === 'waiting_human') {
    if (draw.chance(0.5)) conversation.give({ event: 'agent_joined' });
    else conversation.give({ event: 'timer' });
  } else if (wait?.for === 'human') {
    conversation.give({ event: draw.chance(0.9) ? 'handback' : 'close' });
  } else if (wait?.for === 'effect') {
    const node = conversation.version.nodes.get(wait.nodeId);
    conversation.giveResult(guide.results.next(wait.nodeId) ?? sampleResult(node, guide.literals, draw));
  } else if (draw.chance(odds.handover)) {
    conversation.give({ event: 'handover' });
  } else if (draw.chance(odds.close)) {
    conversation.give({ event: 'close' });
  } else if (wait?.request !== undefined) {
    answer(conversation, wait.request, guide, draw);
  } else {
    conversation.give({ event: 'timer' });
  }
}

function answer(conversation: Conversation, request: InputRequest, guide: Guide, draw: Draw): void {
  const reply = replyTo(request, conversation.now, guide, draw);
  guide.memory.reply(request.nodeId, reply);
  conversation.give(reply);
}

function replyTo(request: InputRequest, now: number, { literals, memory, ways }: Guide, draw: Draw): Reply {
  if (draw.chance(odds.long)) return { text: tooLong };
  if (draw.chance(odds.odd)) return draw.oneOf(oddReplies(request)) ?? {};
  const replies = sampleReplies(request, literals.forNode(request.nodeId), now);
  const reply = draw.chance(odds.wander) ? undefined : memory.best(request.nodeId, replies, ways, draw);
  return reply ?? draw.oneOf(replies) ?? {};
}
