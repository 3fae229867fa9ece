import { z } from 'zod';

/** An object whose members are not known here. */
export const anyObject = z.looseObject({});

/** Any JSON, as a schema that every client can read. */
export const anyJson = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.unknown()), anyObject]);
