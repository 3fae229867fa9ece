/** What a caller gave that cannot be taken: a graph that is none, or an edit that does not fit. */
export class FlowError extends Error {
  readonly code: FlowErrorCode;
  /** JSON pointer into what was given. */
  readonly pointer: string;

  constructor(code: FlowErrorCode, message: string, pointer = '') {
    super(message);
    this.name = 'FlowError';
    this.code = code;
    this.pointer = pointer;
  }
}

export type FlowErrorCode =
  | 'malformed'
  | 'limit_exceeded'
  | 'node_missing'
  | 'node_exists'
  | 'edge_missing'
  | 'edge_exists';
