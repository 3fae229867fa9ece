import { z } from 'zod';

export const flagValue = z.boolean('Expected true or false.');
