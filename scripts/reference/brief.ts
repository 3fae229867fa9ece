const mostItems = 2;
const mostMembers = 14;
const mostCharacters = 200;

/** Cuts what is long, and says by how much. */
export function brief(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length <= mostCharacters ? value : `${value.slice(0, mostCharacters)}…`;
  }
  if (Array.isArray(value)) {
    const shown = value.slice(0, mostItems).map(brief);
    return value.length <= mostItems ? shown : [...shown, `… ${value.length - mostItems} more`];
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, brief(member)]);
  const left = members.length - mostMembers;
  return Object.fromEntries(left < 2 ? members : [...members.slice(0, mostMembers), ['…', `${left} more`]]);
}
