import type { TextFormat } from '../text/template.ts';
import type { Json, JsonObject } from '../values/json.ts';
import type { EffectRequest } from './effect.ts';
import type { Message } from './message.ts';
import type { Visitor } from './state.ts';

/** What a node type may use while it handles a visit. */
export interface NodeCall {
  readonly nodeId: string;
  /** 1 for the first visit. */
  readonly visit: number;
  /** Milliseconds since 1970, the same within a turn. */
  readonly now: number;
  /** What the node left with its last step; null on entry. */
  readonly step: Json;
  readonly visitor: Visitor;
  readonly session: JsonObject;
  readonly lastReply: string;
  /** Text that the visitor picked in the node just before this one. */
  readonly picked: string | undefined;
  /** IANA zone of the visitor; UTC where it is not known. */
  readonly timeZone: string;
  /** BCP 47 tag of the visitor; `en` where it is not known. */
  readonly locale: string;
  /** Fills in the placeholders of an author's text. Default format: `markdown`. */
  render(text: string, format?: TextFormat): string;
  /** As {@link NodeCall.render}, but a text that is one placeholder gives the value itself, with its type. */
  evaluate(text: string): Json;
  /** As {@link NodeCall.evaluate}; besides, a bare name of a set variable is that variable. */
  operand(text: string): Json;
  variable(name: string): Json | undefined;
  /** All of them: answers and set variables by name, the latest of each. */
  readonly variables: JsonObject;
  say(message: Omit<Message, 'nodeId'>): void;
  /** Keeps an answer, and sets the variable of that name. */
  answer(key: string, value: Json, question: string): void;
  setVariable(name: string, value: Json): void;
  identify(visitor: Visitor): void;
  /** Tells the next node what was picked here. */
  pick(text: string): void;
  /** Uniform in [0, 1), from the seed. */
  random(): number;
  /** Counts the work of a regular expression, as `matchWork` tells it, against the budget of the turn. */
  spend(matchWork: number): void;
  /** Asks for work whose result nobody waits for. */
  effect(request: EffectRequest): void;
  /** Delays the next message at the client. */
  pace(ms: number): void;
}
