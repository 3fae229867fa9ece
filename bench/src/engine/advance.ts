// Whole conversations with the sample flow, one after the other. Counts turns.
import { measured } from './measured.ts';
import { converse } from './sample-flow.ts';

const states = converse();
if (states.at(-1)?.status !== 'completed') throw new Error('The conversation of the bench does not reach its end.');

measured(() => converse().length);
