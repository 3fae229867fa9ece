import { setTimeout as sleep } from 'node:timers/promises';
import {
  defineId,
  definePrompt,
  defineResource,
  defineTool,
  Fault,
  type InputRequest,
  InputRequired,
  newUuid,
  notFound,
} from '@conferbot/plugin';
import { z } from 'zod';
import { notes } from '../notes-plugin.ts';

const botId = defineId('bot', 'chatbot');

/** A form with one required text. */
export function form(message: string, field: string): InputRequest {
  const requestedSchema = { type: 'object', properties: { [field]: { type: 'string' } }, required: [field] };
  return { method: 'elicitation/create', params: { mode: 'form', message, requestedSchema } };
}

function filledIn(answer: unknown, field: string): unknown {
  const { action, content } = (answer ?? {}) as { action?: string; content?: Record<string, unknown> };
  return action === 'accept' ? content?.[field] : undefined;
}

const echo = defineTool({
  name: 'echo',
  title: 'Echo',
  description: 'Says who called and repeats a text.',
  safety: { readOnly: true },
  input: z.object({
    text: z.string().describe('What to repeat.'),
    times: z.int().min(1).max(5).default(1).describe('How often.'),
    delay: z.int().min(0).max(200).default(0).describe('Milliseconds to wait first.'),
  }),
  output: z.object({
    text: z.string().describe('The text.'),
    workspaceId: z.string().describe('The workspace of the caller.'),
  }),
}).run(async ({ text, times, delay }, ctx) => {
  if (delay > 0) await sleep(delay, undefined, { signal: ctx.signal });
  return { text: text.repeat(times), workspaceId: ctx.workspace.id };
});

const listNotes = defineTool({
  name: 'list_notes',
  title: 'List notes',
  description: 'Lists the notes of this workspace.',
  safety: { readOnly: true },
  input: z.object({}),
  output: z.object({ data: z.array(z.string()).describe('The notes.') }),
}).run(async (_input, ctx) => {
  const rows = await ctx.sql<{ text: string }>`select text from notes order by id`;
  return { data: rows.map(row => row.text) };
});

const addNote = defineTool({
  name: 'add_note',
  title: 'Add a note',
  description: 'Adds a note.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  input: z.object({ text: z.string().min(1).describe('The note.') }),
  output: z.object({ id: z.string().describe('Its id.') }),
}).run(async ({ text }, ctx) => {
  const id = newUuid();
  await ctx.sql`insert into notes (workspace_id, id, text) values (${ctx.workspace.id}, ${id}, ${text})`;
  return { id };
});

const wipe = {
  title: 'Delete all notes',
  safety: { readOnly: false, destructive: true, idempotent: true },
  output: z.object({ deleted: z.int().describe('How many there were.') }),
} as const;

const wipeNotes = defineTool({
  ...wipe,
  name: 'wipe_notes',
  description: 'Deletes all notes that begin with a text.',
  input: z.object({ prefix: z.string().default('').describe('What they begin with.') }),
}).run(async ({ prefix }, ctx) => {
  const rows = await ctx.sql`delete from notes where starts_with(text, ${prefix}) returning id`;
  return { deleted: rows.length };
});

const replaceNotes = defineTool({
  ...wipe,
  name: 'replace_notes',
  title: 'Replace all notes',
  description: 'Deletes all notes and adds one that the user is asked for.',
  input: z.object({}),
}).run(async (_input, ctx) => {
  const text = filledIn(ctx.client.answers.note, 'text');
  if (typeof text !== 'string') throw new InputRequired({ note: form('What should be there instead?', 'text') }, 'one');
  const rows = await ctx.sql`delete from notes returning id`;
  await ctx.sql`insert into notes (workspace_id, id, text) values (${ctx.workspace.id}, ${newUuid()}, ${text})`;
  return { deleted: rows.length };
});

const describeBot = defineTool({
  name: 'describe_bot',
  title: 'Describe a chatbot',
  description: 'Tells which chatbot was meant.',
  safety: { readOnly: true },
  input: z.object({ chatbotId: botId.input.describe('Id of the chatbot.') }),
  output: z.object({ id: z.string().describe('Its id.') }),
}).run(async ({ chatbotId }) => ({ id: botId.encode(chatbotId) }));

const draw = defineTool({
  name: 'draw',
  title: 'Draw',
  description: 'Answers a text and an image.',
  safety: { readOnly: true },
  input: z.object({}),
}).run(async () => [
  { type: 'text', text: 'Ünïcödé "quoted"\n\u2028' },
  { type: 'image', data: 'AAAA', mimeType: 'image/png' },
]);

const refuse = defineTool({
  name: 'refuse',
  title: 'Refuse',
  description: 'Fails in a way that a model can act on.',
  safety: { readOnly: true },
  input: z.object({}),
}).run(async () => {
  throw new Fault('limit_exceeded', 'There are too many.', { fix: 'Delete one first.' });
});

const crash = defineTool({
  name: 'crash',
  title: 'Crash',
  description: 'Fails in a way that nobody foresaw.',
  safety: { readOnly: true },
  input: z.object({}),
}).run(async () => {
  throw new Error('the password is swordfish');
});

const askName = defineTool({
  name: 'ask_name',
  title: 'Ask for a name',
  description: 'Asks the user for a name.',
  safety: { readOnly: true },
  input: z.object({ greeting: z.string().default('Hello').describe('How to greet.') }),
  output: z.object({ text: z.string().describe('The greeting.') }),
}).run(async ({ greeting }, ctx) => {
  const name = filledIn(ctx.client.answers.name, 'name');
  if (ctx.client.state !== 'asked' || typeof name !== 'string') {
    throw new InputRequired({ name: form('What is your name?', 'name') }, 'asked');
  }
  return { text: `${greeting}, ${name}!` };
});

const askModel = defineTool({
  name: 'ask_model',
  title: 'Ask the model',
  description: 'Asks the model of the client.',
  safety: { readOnly: true },
  input: z.object({}),
}).run(async (_input, ctx) => {
  const answer = ctx.client.answers.line as { content?: { text?: string } } | undefined;
  if (answer === undefined) {
    const messages = [{ role: 'user', content: { type: 'text', text: 'Say hello.' } }];
    throw new InputRequired({ line: { method: 'sampling/createMessage', params: { messages, maxTokens: 9 } } });
  }
  return [{ type: 'text', text: answer.content?.text ?? '' }];
});

const askNothing = defineTool({
  name: 'ask_nothing',
  title: 'Ask nothing',
  description: 'Asks without a question: a defect of the plugin.',
  safety: { readOnly: true },
  streams: true,
  input: z.object({}),
}).run(async () => {
  throw new InputRequired({});
});

const count = defineTool({
  name: 'count',
  title: 'Count',
  description: 'Counts to three and tells so.',
  safety: { readOnly: true },
  streams: true,
  input: z.object({ delay: z.int().min(0).max(5000).default(1).describe('Milliseconds between.') }),
  output: z.object({ counted: z.int().describe('How far.') }),
}).run(async ({ delay }, ctx) => {
  for (const step of [1, 2, 3]) {
    ctx.client.log('info', `step ${step}`);
    ctx.client.progress(step, 3, `step ${step}`);
    await sleep(delay, undefined, { signal: ctx.signal });
  }
  return { counted: 3 };
});

const goLive = defineTool({
  name: 'go_live',
  title: 'Go live',
  description: 'Needs the right to publish.',
  safety: { readOnly: false, destructive: false, idempotent: true },
  scope: 'publish',
  input: z.object({}),
  output: z.object({ live: z.boolean().describe('Whether it is.') }),
}).run(async () => ({ live: true }));

const tools = [
  echo,
  listNotes,
  addNote,
  wipeNotes,
  replaceNotes,
  describeBot,
  draw,
  refuse,
  crash,
  askName,
  askModel,
  goLive,
];

const resources = [
  defineResource({
    uri: 'notes://about',
    name: 'about',
    title: 'About',
    description: 'What this is.',
    mimeType: 'text/plain',
  }).read(async () => 'A desk with notes.'),
  defineResource({
    uri: 'notes://icon',
    name: 'icon',
    title: 'Icon',
    description: 'Some bytes.',
    mimeType: 'application/octet-stream',
  }).read(async () => new Uint8Array([1, 2, 250])),
  defineResource({
    uri: 'notes://crash',
    name: 'crash',
    title: 'Crash',
    description: 'Fails in a way that nobody foresaw.',
  }).read(async () => {
    throw new Error('the password is swordfish');
  }),
  defineResource({
    uri: 'notes://note/{text}',
    name: 'note',
    title: 'A note',
    description: 'One note.',
    params: z.object({ text: z.string().describe('Its text.') }),
  }).read(async ({ text }) => {
    if (text === 'none') throw notFound('note', text);
    return { text };
  }),
  defineResource({
    uri: 'notes://bot/{chatbotId}',
    name: 'bot',
    title: 'A chatbot',
    description: 'One chatbot.',
    params: z.object({ chatbotId: botId.input.describe('Its id.') }),
  }).read(async ({ chatbotId }) => ({ id: botId.encode(chatbotId) })),
];

const prompts = [
  definePrompt({
    name: 'summarize',
    title: 'Summarize',
    description: 'Summarizes the notes.',
    args: z.object({
      tone: z.string().max(10).describe('How it should sound.'),
      length: z.string().optional().describe('How long.'),
    }),
  }).get(async ({ tone, length }) => [
    { role: 'user', content: { type: 'text', text: `Summarize, ${tone}, ${length ?? 'short'}.` } },
  ]),
  definePrompt({
    name: 'bot-report',
    title: 'Report on a chatbot',
    description: 'Reports on one chatbot.',
    args: z.object({ chatbotId: botId.input.describe('Id of the chatbot.') }),
  }).get(async ({ chatbotId }) => [{ role: 'user', content: { type: 'text', text: botId.encode(chatbotId) } }]),
  definePrompt({ name: 'ask', title: 'Ask', description: 'Asks what it is about.', args: z.object({}) }).get(
    async (_args, ctx) => {
      const topic = filledIn(ctx.client.answers.topic, 'topic');
      if (typeof topic !== 'string') throw new InputRequired({ topic: form('What is it about?', 'topic') });
      return [{ role: 'user', content: { type: 'text', text: `About ${topic}.` } }];
    },
  ),
];

const tones = ['friendly', 'formal', 'funny'];

/** A plugin with a bit of everything that MCP has, on a table of notes. */
export const desk = notes({
  id: 'desk',
  tools,
  resources,
  prompts,
  completions: [
    { argument: 'tone', complete: async typed => tones.filter(tone => tone.startsWith(typed)) },
    { argument: 'text', complete: async () => Array.from({ length: 150 }, (_, index) => `note ${index}`) },
  ],
});

/** A plugin with a defect that shows outside of the call. */
export const defective = notes({ id: 'defective', tools: [askNothing], events: [], storage: {} });

/** Tools that send something while they run. */
export const ticker = notes({
  id: 'ticker',
  tools: [count],
  events: [],
  storage: {},
});

/** Something of each kind that clients are offered only when they name it. */
export const drawer = notes({
  id: 'drawer',
  optIn: true,
  tools: [
    defineTool({
      name: 'open_drawer',
      title: 'Open drawer',
      description: 'Opens the drawer.',
      safety: { readOnly: true },
      input: z.object({}),
      output: z.object({ open: z.boolean().describe('Whether it is open.') }),
    }).run(async () => ({ open: true })),
  ],
  resources: [
    defineResource({
      uri: 'notes://drawer',
      name: 'drawer',
      title: 'Drawer',
      description: 'What is in the drawer.',
    }).read(async () => []),
  ],
  prompts: [
    definePrompt({ name: 'tidy-up', title: 'Tidy up', description: 'Tidies the drawer up.', args: z.object({}) }).get(
      async () => [],
    ),
  ],
  events: [],
  storage: {},
});

export const someBot = botId.encode('01890a5d-ac96-774b-bcce-b302099a8057');
export const otherBot = botId.encode('01890a5d-ac96-774b-bcce-b302099a8058');
export const uuidOfSomeBot = '01890a5d-ac96-774b-bcce-b302099a8057';
