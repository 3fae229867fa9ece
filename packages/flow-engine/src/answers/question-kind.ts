/** What a question of a list asks for, and so how its answer is checked. */
export type QuestionKind = 'name' | 'email' | 'phone' | 'text';

const kinds: ReadonlyMap<string, QuestionKind> = new Map([
  ['name', 'name'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['mobile', 'phone'],
]);

/** Questions in a list have no type of their own: the name of the variable says what they ask for. */
export function questionKind(answerVariable: string | undefined): QuestionKind {
  return kinds.get(answerVariable?.trim().toLowerCase() ?? '') ?? 'text';
}
