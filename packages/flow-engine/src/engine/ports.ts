/** What the engine asks of its surroundings while it computes. */
export interface Ports {
  /** Milliseconds since 1970. */
  now(): number;
}
