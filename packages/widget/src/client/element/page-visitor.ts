import type { Visitor } from '../chat-api.ts';

let known: Visitor | undefined;

/** What the page last said of the visitor. */
export const pageVisitor = () => known;

export function identify(visitor: Visitor | undefined): void {
  known = visitor;
}
