import type { EffectResult } from '../engine/effect.ts';
import type { Reply } from '../engine/input.ts';
import type { Trigger } from '../engine/state.ts';

/** What happens in a simulated conversation, and in what world. */
export interface SimulationScript {
  /** One after the other, each as soon as the conversation waits for something that takes it. */
  readonly inputs: readonly ScriptInput[];
  /** Who comes, from where, with what known of them. */
  readonly trigger?: Omit<Trigger, 'seed'>;
  /**
   * Results of effects by node: one for each time, the last of a list for all further ones. An awaited effect without
   * one ends as `not_configured`.
   */
  readonly mocks?: EffectMocks;
  /** Time at which the conversation starts, ISO 8601. */
  readonly clock?: string;
  /** Draws random branches. Default 1. */
  readonly seed?: number;
}

export type ScriptInput = Reply | ScriptEvent;

export interface ScriptEvent {
  readonly event: 'timer' | 'handover' | 'agent_joined' | 'handback' | 'close';
}

export type EffectMocks = Readonly<Record<string, EffectResult | readonly EffectResult[]>>;
