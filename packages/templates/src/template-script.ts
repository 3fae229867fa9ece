import type { FlowStatus, JsonObject, SimulationScript } from '@conferbot/flow-engine';

/** A conversation that a template is held to. */
export interface TemplateScript {
  /** Who comes and what becomes of it: "A happy customer scores 10 and leaves." */
  readonly name: string;
  /** Runs as `simulate` of the flow engine takes it, without a reply too many. */
  readonly script: SimulationScript;
  /** Status of the conversation after the last input. */
  readonly ends: FlowStatus;
  /** Latest answer of each key that has to be as stated; others are free. */
  readonly answers: JsonObject;
}
