import type { Problem } from '@conferbot/runtime';

/** An answer of the MCP endpoint. */
export interface RpcAnswer {
  readonly jsonrpc: '2.0';
  readonly id: string | number | null;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error: { readonly code: number; readonly message: string; readonly data: Problem };
}

export async function rpcAnswer(response: Response): Promise<RpcAnswer> {
  return (await response.json()) as RpcAnswer;
}

export async function problemOf(response: Response): Promise<Problem> {
  return (await response.json()) as Problem;
}
