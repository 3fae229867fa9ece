import type { CallContext } from '@conferbot/plugin';
import { editDistance } from './edit-distance.ts';
import { letterSignature } from './letter-signature.ts';
import { isPair } from './words.ts';

/** A term that an unknown word may stand for, and how well it does, up to 1. */
export interface Guess {
  readonly term: string;
  readonly likeness: number;
}

interface Known {
  readonly asked: string;
  /** The word that was asked, or that without an ending. */
  readonly form: string;
  readonly word: string;
  readonly term: string;
}

const shortestMisspelt = 4;
const shortestOfTwoEdits = 8;
const shortestPart = 4;
const mostGuesses = 4;
const ofForm = 0.95;
const ending = /(?:ings?|ed|es|s|en|er|e|n)$/;

/**
 * What words that no article has may stand for: misspellings of words that articles have, beginnings of them, and
 * words that are put together of them.
 */
export async function guessWords(
  ctx: CallContext,
  chatbotId: string,
  unknown: readonly string[],
): Promise<ReadonlyMap<string, readonly Guess[]>> {
  const words = unknown.filter(word => word.length >= shortestMisspelt && !isPair(word) && !/^\d+$/.test(word));
  if (words.length === 0) return new Map();
  const forms = words.flatMap(asked => formsOf(asked).map(form => ({ asked, form })));
  const rows = await ctx.sql<Known>`
    select a.asked, a.form, w.word, w.term
    from unnest(${forms.map(({ asked }) => asked)}::text[], ${forms.map(({ form }) => form)}::text[],
        ${forms.map(({ form }) => letterSignature(form))}::int[], ${forms.map(({ form }) => mostEdits(form))}::int[])
      as a(asked, form, signature, edits)
    join knowledge_words w on w.chatbot_id = ${chatbotId} and (
      abs(length(w.word) - length(a.form)) <= a.edits
        and bit_count((w.signature # a.signature)::bit(32)) <= 2 * a.edits
      or starts_with(w.word, a.asked)
      or length(w.word) >= ${shortestPart} and length(a.asked) >= ${2 * shortestPart}
        and (starts_with(a.asked, w.word) or right(a.asked, length(w.word)) = w.word))`;
  return new Map(
    words.map(asked => [
      asked,
      guesses(
        asked,
        rows.filter(row => row.asked === asked),
      ),
    ]),
  );
}

/** A misspelt word has no stem: endings that are common in many languages are taken off instead. */
function formsOf(asked: string): string[] {
  const stripped = asked.replace(ending, '');
  return stripped === asked || stripped.length < shortestMisspelt ? [asked] : [asked, stripped];
}

/** How many edits away a word may be. */
function mostEdits(word: string): number {
  if (word.length < shortestMisspelt) return 0;
  return word.length < shortestOfTwoEdits ? 1 : 2;
}

/** How well a word stands for one that was misspelt; 0 where it does not. */
export function likeness(asked: string, word: string): number {
  // The first letter is seldom wrong, unless it changed places with the second.
  if (asked[0] !== word[0] && (asked[0] !== word[1] || asked[1] !== word[0])) return 0;
  const most = mostEdits(asked);
  if (Math.abs(asked.length - word.length) > most) return 0;
  const distance = editDistance(asked, word);
  if (distance > most) return 0;
  return distance === 1 ? 0.9 : 0.75;
}

function guesses(asked: string, known: readonly Known[]): Guess[] {
  const misspelt = known.map(({ form, word, term }) => ({
    term,
    likeness: likeness(form, word) * (form === asked ? 1 : ofForm),
  }));
  const best = Math.max(0, ...misspelt.map(guess => guess.likeness));
  if (best > 0) return misspelt.filter(guess => guess.likeness === best).slice(0, mostGuesses);
  const begun = known.filter(({ word }) => word.startsWith(asked) && word.length <= asked.length + 6);
  if (begun.length > 0) return begun.slice(0, mostGuesses).map(({ term }) => ({ term, likeness: 0.7 }));
  return compound(asked, known);
}

/** The two words that another is put together of, with the letters that German puts between. */
function compound(asked: string, known: readonly Known[]): Guess[] {
  for (const head of known) {
    if (!asked.startsWith(head.word)) continue;
    const rest = asked.slice(head.word.length);
    const tail = known.find(
      ({ word }) => rest.endsWith(word) && /^(?:s|es|n|en|e)?$/.test(rest.slice(0, -word.length)),
    );
    if (tail !== undefined) return [head, tail].map(({ term }) => ({ term, likeness: 0.8 }));
  }
  return [];
}
