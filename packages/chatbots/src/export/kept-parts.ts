import { type CallContext, Fault } from '@conferbot/plugin';

/** Bytes of JSON of all parts that are kept for one chatbot. */
const mostBytes = 1_048_576;

/** What an import brought and no aspect here knows, by name. */
export async function readKeptParts(ctx: CallContext, chatbotId: string): Promise<[string, unknown][]> {
  const [row] = await ctx.sql<{ kept_parts: Readonly<Record<string, unknown>> | null }>`
    select kept_parts from chatbots where id = ${chatbotId}`;
  return Object.entries(row?.kept_parts ?? {});
}

/** @throws Fault `limit_exceeded` */
export async function writeKeptParts(
  ctx: CallContext,
  chatbotId: string,
  parts: readonly (readonly [string, unknown])[],
): Promise<void> {
  if (parts.length === 0) return;
  const kept = Object.fromEntries(parts);
  const bytes = Buffer.byteLength(JSON.stringify(kept));
  if (bytes > mostBytes) throw tooLarge(parts, bytes);
  await ctx.sql`update chatbots set kept_parts = ${kept} where id = ${chatbotId}`;
}

function tooLarge(parts: readonly (readonly [string, unknown])[], bytes: number): Fault {
  const message = `Parts that this server does not know may have ${mostBytes} bytes of JSON together, not ${bytes}.`;
  return new Fault('limit_exceeded', message, {
    fix: 'Leave out what details name, or add the plugins that know these parts.',
    details: parts.map(([path]) => ({ path, message: 'No plugin of this server knows this part.' })),
  });
}
