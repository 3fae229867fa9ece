import type { z } from 'zod';
import type { NodeCall } from '../engine/node-call.ts';
import type { ResumeEvent, Step } from '../engine/step.ts';
import type { FindingCode } from '../findings/codes.ts';
import type { FlowOperation } from '../graph/operation.ts';
import type { TextFormat } from '../text/template.ts';
import type { JsonObject } from '../values/json.ts';

export type NodeGroup = 'send' | 'ask' | 'choice' | 'legacy' | 'logic' | 'integration' | 'special';

/** An output of a node. */
export interface Handle {
  /** Normal form, `source-<key>`; null is the default output, that of an edge without `sourceHandle`. */
  readonly id: string | null;
  /** For people: "yes", "rating 3", the text of a choice. */
  readonly label: string;
  /** Other spellings that are read, without regard to case; `<key>` and `source-<key>` are always read. */
  readonly synonyms?: readonly string[];
}

/** A text of a node in which placeholders are filled in. */
export interface TextField {
  /** JSON pointer within `data`. */
  readonly pointer: string;
  readonly text: string;
  readonly format: TextFormat;
  /** Said to visitors, in contrast to addresses, bodies and operands. */
  readonly spoken: boolean;
}

export type VariableType = 'text' | 'number' | 'date' | 'file' | 'list' | 'object' | 'any';

export interface VariableWrite {
  readonly name: string;
  readonly type: VariableType;
  /** Kept as an answer of the response. */
  readonly answer: boolean;
  /** JSON pointer within `data` of the field that names it; absent where the name is the type's default. */
  readonly pointer?: string;
}

/** What a node type finds wrong with its own data, beyond its schema. */
export interface DataFinding {
  readonly code: FindingCode;
  readonly message: string;
  /** JSON pointer within `data`. */
  readonly pointer: string;
  readonly fix?: { readonly title: string; readonly operations: readonly FlowOperation[] };
}

/** One of the kinds of node that a flow is made of: everything that is known of it, in one place. */
export interface NodeType<Data = unknown> {
  /** `ask-email-node` */
  readonly type: string;
  readonly group: NodeGroup;
  /** Two or three words. */
  readonly title: string;
  /** One sentence for an author: what a visitor sees, what is kept. */
  readonly summary: string;
  /** Loose: unknown keys are kept. Every field has a description. Defaults are those of the type. */
  readonly data: z.ZodType<Data>;
  /** Field to other names under which it is read; normal form has the field only. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** Data of a complete node, as documentation and prompts show it. */
  readonly example: JsonObject;
  /** The outputs. An output that is not connected falls back to the default one where that is connected. */
  readonly handles: (data: Data) => readonly Handle[];
  readonly texts?: (data: Data) => readonly TextField[];
  readonly writes?: (data: Data, nodeId: string) => readonly VariableWrite[];
  /** Names of variables that are read other than by a placeholder. */
  readonly reads?: (data: Data) => readonly string[];
  /** Nodes that it goes to without an edge. */
  readonly targets?: (data: Data) => readonly { readonly pointer: string; readonly nodeId: string }[];
  /**
   * JSON pointers within `data` of what is encrypted at rest and masked on the way out. `*` is any key or index, and at
   * either end of a key any characters of it; keys are matched without regard to case. Fields named for a token, key,
   * secret or password are secrets of every type and need not be listed.
   */
  readonly secrets?: readonly string[];
  /** Whether each visit waits for someone, or for a stored timer: what a loop needs. Default: never. */
  readonly waits?: (data: Data) => boolean;
  readonly check?: (data: Data, nodeId: string) => readonly DataFinding[];
  /** Only read, never written by tools and templates: kept for flows of old. */
  readonly legacy?: true;
  readonly enter: (data: Data, call: NodeCall) => Step;
  /** Goes on after a step that waited. */
  readonly resume?: (data: Data, call: NodeCall, event: ResumeEvent) => Step;
}

/** Completes a node type; the catalogue holds them without their type of data. */
export function defineNodeType<Data>(type: NodeType<Data>): NodeType {
  return Object.freeze(type) as unknown as NodeType;
}

/** The single output of most nodes. */
const defaultHandle: Handle = { id: null, label: 'next' };
export const onlyDefault = (): readonly Handle[] => [defaultHandle];
