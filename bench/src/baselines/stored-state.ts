// What any engine that keeps its state pays for a turn: the state is copied, and goes through JSON once. Counts turns.
import { measured } from '../engine/measured.ts';
import { converse } from '../engine/sample-flow.ts';

const states = converse();
let characters = 0;

measured(() => {
  for (const state of states) {
    const stored = JSON.stringify(structuredClone(state));
    characters += Object.keys(JSON.parse(stored)).length;
  }
  return states.length;
});
if (characters === 0) throw new Error('Nothing was stored.');
