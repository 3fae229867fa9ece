import { isJsonObject, type Json, type JsonObject, ownValue } from '../values/json.ts';

export interface OptionName {
  readonly id: string;
  readonly label: string;
}

export interface OptionChanges {
  readonly added: readonly OptionName[];
  readonly removed: readonly OptionName[];
  readonly renamed: readonly { readonly id: string; readonly before: string; readonly after: string }[];
}

/** Fields that hold what a visitor chooses from. */
const lists = ['choices', 'options', 'images'];
const labels = ['choiceText', 'optionText', 'label', 'text', 'choiceLabel'];

/** Compares options by their ids, so that one put first does not rename all others. */
export function diffOptions(before: JsonObject, after: JsonObject): OptionChanges {
  const [old, now] = [optionsOf(before), optionsOf(after)];
  return {
    added: [...now].filter(([id]) => !old.has(id)).map(([id, label]) => ({ id, label })),
    removed: [...old].filter(([id]) => !now.has(id)).map(([id, label]) => ({ id, label })),
    renamed: [...now].flatMap(([id, label]) => {
      const was = old.get(id);
      return was === undefined || was === label ? [] : [{ id, before: was, after: label }];
    }),
  };
}

/** Whether a change at a pointer is told as one of options: of their ids, their labels or their order. */
export function isOptionPlace(pointer: string, before: JsonObject, after: JsonObject): boolean {
  const [, list = '', index, field] = pointer.split('/');
  if (!lists.includes(list)) return false;
  if (index === undefined) return isOptionList(before[list] ?? []) && isOptionList(after[list] ?? []);
  if (!isOptionList(before[list]) && !isOptionList(after[list])) return false;
  return field === undefined || field === 'id' || labels.includes(field);
}

function optionsOf(data: JsonObject): Map<string, string> {
  const options = lists.flatMap(list => {
    const items = data[list];
    return isOptionList(items) ? items.map((item, index) => optionOf(item, index)) : [];
  });
  return new Map(options);
}

function isOptionList(value: Json | undefined): value is JsonObject[] {
  return Array.isArray(value) && value.every(item => isJsonObject(item));
}

function optionOf(item: JsonObject, index: number): [id: string, label: string] {
  const id = ownValue(item, 'id');
  const label = labels.map(field => ownValue(item, field)).find(text => text !== undefined);
  return [id === undefined || id === '' ? String(index) : String(id), String(label ?? '')];
}
