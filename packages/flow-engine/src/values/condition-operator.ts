/** Every operator of a condition with its other spellings, words without blanks and in lower case. */
const spellingsOf = {
  '=': ['==', '===', 'equals', 'equal', 'equalto', 'isequalto', 'is', 'eq'],
  '!=': ['!==', '<>', '≠', 'notequals', 'notequal', 'notequalto', 'isnotequalto', 'doesnotequal', 'isnot', 'ne'],
  '<': ['lessthan', 'islessthan', 'lt'],
  '>': ['greaterthan', 'isgreaterthan', 'gt'],
  '<=': ['≤', 'lessthanorequals', 'lessthanorequal', 'lessthanorequalto', 'lte'],
  '>=': ['≥', 'greaterthanorequals', 'greaterthanorequal', 'greaterthanorequalto', 'gte'],
  contains: ['contain', 'includes'],
  'does not contain': ['doesnotcontain', 'notcontains', 'notcontain'],
  'starts with': ['startswith', 'startwith', 'beginswith'],
  'ends with': ['endswith', 'endwith'],
  matches: ['match', 'matchesregex', 'regex'],
  'does not match': ['doesnotmatch', 'notmatches', 'notmatch'],
  isEmpty: ['isempty', 'empty', 'isnotset', 'isunset'],
  isNotEmpty: ['isnotempty', 'notempty', 'isset'],
  in: ['isin', 'oneof', 'isoneof'],
  notIn: ['notin', 'isnotin', 'notoneof', 'isnotoneof'],
} as const;

export type ConditionOperator = keyof typeof spellingsOf;

export const conditionOperators = Object.keys(spellingsOf) as readonly ConditionOperator[];

const bySpelling: ReadonlyMap<string, ConditionOperator> = new Map(
  conditionOperators.flatMap(operator =>
    [operator, ...spellingsOf[operator]].map(spelling => [spelling, operator] as const),
  ),
);

/** The operator that a text names, as a sign or as words in any case, together or apart. */
export function conditionOperator(written: string): ConditionOperator | undefined {
  const text = written.trim();
  return bySpelling.get(text) ?? bySpelling.get(text.toLowerCase().replace(/[\s_-]+/g, ''));
}

const orders = ['=', '!=', '<', '>', '<=', '>='] as const satisfies readonly ConditionOperator[];

export type OrderOperator = (typeof orders)[number];

/** Whether it compares the order of two values: what also works for numbers. */
export function isOrder(operator: ConditionOperator): operator is OrderOperator {
  return orders.some(order => order === operator);
}
