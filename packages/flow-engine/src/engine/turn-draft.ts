import type { CompiledNode, FlowVersion } from '../graph/compile.ts';
import { evaluateTemplate, renderTemplate, type Scope, type TextFormat } from '../text/template.ts';
import { type Json, type JsonObject, ownValue } from '../values/json.ts';
import { nextRandom } from '../values/random.ts';
import { BudgetExceeded } from './budget-exceeded.ts';
import { budgets } from './budgets.ts';
import type { Effect, EffectRequest } from './effect.ts';
import type { Message } from './message.ts';
import type { NodeCall } from './node-call.ts';
import type { FlowState, FlowStatus, Visitor, Wait } from './state.ts';
import type { Answer, Failure, Turn, Visit } from './turn.ts';
import { knownLocale, knownTimeZone } from './visitor-locale.ts';

/** One turn in the making, and what the node that is being visited may do. The given state is never written to. */
export class TurnDraft implements NodeCall, Scope {
  readonly version: FlowVersion;
  readonly now: number;
  readonly turn: number;

  status: FlowStatus;
  wait: Wait | null;
  interrupted: Wait | null;
  lastReply: string;
  rejection: Turn['rejection'];
  failure: Failure | undefined;

  nodeId = '';
  visit = 0;
  step: Json = null;
  picked: string | undefined;
  pickedHere: string | undefined;
  /** Whether the node has been entered or gone on with, and not left. */
  open = false;

  readonly #before: FlowState;
  #visitor: Visitor;
  #random: number;
  #variables: JsonObject;
  #variableSize: number;
  /** A copy from the first visit of the turn on. */
  #visits: Record<string, number>;
  #paceMs = 0;
  #matchWork = 0;
  readonly #messages: Message[] = [];
  readonly #effects: Effect[] = [];
  readonly #answers: Answer[] = [];
  readonly #path: Visit[] = [];

  constructor(version: FlowVersion, before: FlowState, now: number) {
    this.version = version;
    this.now = now;
    this.turn = before.turn + 1;
    this.status = before.status;
    this.wait = before.wait;
    this.interrupted = before.interrupted;
    this.lastReply = before.lastReply;
    this.#before = before;
    this.#visitor = before.visitor;
    this.#random = before.random;
    this.#variables = before.variables;
    this.#variableSize = before.variableSize;
    this.#visits = before.visits;
  }

  get visitor(): Visitor {
    return this.#visitor;
  }

  get session(): JsonObject {
    return this.#before.session;
  }

  get timeZone(): string {
    return knownTimeZone(this.session['timezone']);
  }

  get locale(): string {
    return knownLocale(this.session['locale']);
  }

  render(text: string, format: TextFormat = 'markdown'): string {
    return renderTemplate(this.version.template(text, format), this, format);
  }

  evaluate(text: string): Json {
    return evaluateTemplate(this.version.template(text, 'plain'), this);
  }

  operand(text: string): Json {
    const name = text.trim();
    const value = this.variable(name);
    if (value !== undefined) return value;
    return this.version.writtenNames.has(name) ? null : this.evaluate(text);
  }

  get variables(): JsonObject {
    return this.#variables;
  }

  variable(name: string): Json | undefined {
    return ownValue(this.#variables, name);
  }

  lookup(name: string): Json | undefined {
    switch (name) {
      case 'visitor':
        return this.#visitor as JsonObject;
      case 'session':
        return this.session;
      case 'bot':
        return ownValue(this.session, 'bot');
      case 'now':
        return new Date(this.now).toISOString();
      default:
        return this.variable(name) ?? this.#contact(name);
    }
  }

  isKnown(name: string): boolean {
    return this.version.writtenNames.has(name) || reserved.has(name) || this.variable(name) !== undefined;
  }

  #contact(name: string): string | undefined {
    return name === 'name' || name === 'email' || name === 'phone' ? this.#visitor[name] : undefined;
  }

  say(message: Omit<Message, 'nodeId'>): void {
    if (this.#messages.length >= budgets.messagesPerTurn) {
      throw new BudgetExceeded('MESSAGE_BUDGET', `More than ${budgets.messagesPerTurn} messages in one turn.`);
    }
    this.#messages.push({
      ...message,
      ...(this.nodeId !== '' && { nodeId: this.nodeId }),
      ...(this.#paceMs > 0 && { delayMs: this.#paceMs }),
    });
    this.#paceMs = 0;
  }

  /** Said whatever was said before: the last word of a conversation that fails. */
  apologize(text: string): void {
    this.#messages.push({ type: 'text', text });
  }

  answer(key: string, value: Json, question: string): void {
    this.#answers.push({ nodeId: this.nodeId, key, value, question, at: this.now });
    this.setVariable(key, value);
  }

  setVariable(name: string, value: Json): void {
    if (name === '__proto__') return;
    const before = this.variable(name);
    const grown = before === undefined ? name.length + 4 + sizeOf(value) : sizeOf(value) - sizeOf(before);
    this.#variables = { ...this.#variables, [name]: value };
    this.#variableSize += grown;
    if (this.#variableSize > budgets.variableSize) {
      throw new BudgetExceeded('VARIABLE_BUDGET', `The variables grew over ${budgets.variableSize} characters.`);
    }
  }

  identify(visitor: Visitor): void {
    this.#visitor = { ...this.#visitor, ...visitor };
  }

  pick(text: string): void {
    this.pickedHere = text;
    this.lastReply = text;
  }

  random(): number {
    const { state, value } = nextRandom(this.#random);
    this.#random = state;
    return value;
  }

  spend(matchWork: number): void {
    this.#matchWork += matchWork;
    if (this.#matchWork > budgets.matchWorkPerTurn) {
      throw new BudgetExceeded('MATCH_BUDGET', 'Regular expressions took too long in one turn.');
    }
  }

  effect(request: EffectRequest): void {
    this.addEffect(request, false);
  }

  addEffect(request: EffectRequest, awaited: boolean): string {
    const id = `${this.turn}:${this.nodeId}:${this.visit}:${this.#effects.length}`;
    this.#effects.push({ id, nodeId: this.nodeId, awaited, request });
    return id;
  }

  pace(ms: number): void {
    this.#paceMs += ms;
  }

  enter(node: CompiledNode): void {
    this.open = true;
    this.nodeId = node.id;
    if (this.#visits === this.#before.visits) this.#visits = { ...this.#before.visits };
    this.visit = Object.hasOwn(this.#visits, node.id) ? (this.#visits[node.id] ?? 0) + 1 : 1;
    this.#visits[node.id] = this.visit;
    this.step = null;
    this.picked = this.pickedHere;
    this.pickedHere = undefined;
    this.#path.push({ nodeId: node.id, nodeType: node.typeName, visit: this.visit, enteredAt: this.now });
  }

  resume(node: CompiledNode, wait: Wait): void {
    this.open = true;
    this.nodeId = node.id;
    this.visit = wait.visit;
    this.step = wait.step;
  }

  exit(node: CompiledNode, exit: Pick<Visit, 'exit' | 'edgeId' | 'handle'>): void {
    this.open = false;
    const last = this.#path.at(-1);
    const entered = last?.nodeId === node.id && last.exit === undefined;
    const visit = entered ? last : { nodeId: node.id, nodeType: node.typeName, visit: this.visit };
    if (entered) this.#path.pop();
    this.#path.push({ ...visit, exitedAt: this.now, ...exit });
  }

  finish(): Turn {
    const input = this.wait?.request ?? null;
    return {
      state: {
        schemaVersion: this.#before.schemaVersion,
        status: this.status,
        turn: this.turn,
        random: this.#random,
        variables: this.#variables,
        variableSize: this.#variableSize,
        visitor: this.#visitor,
        session: this.session,
        visits: this.#visits,
        wait: this.wait,
        interrupted: this.interrupted,
        lastReply: this.lastReply,
      },
      status: this.status,
      messages: this.#messages,
      input,
      effects: this.#effects,
      answers: this.#answers,
      visits: this.#path,
      ...(this.rejection && { rejection: this.rejection }),
      ...(this.failure && { failure: this.failure }),
    };
  }
}

/** Names that always mean the same; no variable can be called so, but for the contact data. */
const reserved: ReadonlySet<string> = new Set(['visitor', 'session', 'bot', 'now', 'name', 'email', 'phone']);

function sizeOf(value: Json): number {
  return typeof value === 'string' ? value.length + 2 : JSON.stringify(value).length;
}
