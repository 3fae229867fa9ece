/** A value that a statement may carry. Dates travel as `timestamptz`, objects as JSON. */
export type SqlValue = string | number | bigint | boolean | Date | null | readonly SqlValue[] | object;

/**
 * A statement as a template: `sql\`select name from chatbots where id = ${id}\``. Values never become part of
 * the text; the text is prepared once per connection, so it must not vary. Rows come with their column
 * names; `timestamptz` as ISO 8601 in UTC with milliseconds, `bigint` and `numeric` as numbers, JSON parsed.
 * To learn what a write touched, let it return: `… returning id`.
 */
export type Sql = <Row extends object = Record<string, unknown>>(
  text: TemplateStringsArray,
  ...values: readonly SqlValue[]
) => Promise<Row[]>;
