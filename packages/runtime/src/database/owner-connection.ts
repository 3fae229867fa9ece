/** A connection as the user of the store, who owns its tables: for migrations, roles and grants. */
export interface OwnerConnection {
  query(text: string): Promise<readonly Record<string, unknown>[]>;
}

/** A name for use in a statement. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text for use in a statement. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
