import { z } from 'zod';
import { scalarText } from './scalars.ts';

/** A text for somebody else's service: ids come as numbers too, and null is left out. */
export const parameterText = z.preprocess(value => value ?? undefined, scalarText(10_000).default('')).default('');
