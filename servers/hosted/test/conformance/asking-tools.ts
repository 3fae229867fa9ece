import { type CallContext, type ContentBlock, defineTool, type InputRequest, InputRequired } from '@conferbot/plugin';
import { noInput } from './content-tools.ts';

/** A form with one required field. */
export function form(message: string, field: string, type: 'string' | 'boolean' = 'string'): InputRequest {
  const requestedSchema = { type: 'object', properties: { [field]: { type } }, required: [field] };
  return { method: 'elicitation/create', params: { mode: 'form', message, requestedSchema } };
}

function sampling(text: string, maxTokens: number): InputRequest {
  const messages = [{ role: 'user', content: { type: 'text', text } }];
  return { method: 'sampling/createMessage', params: { messages, maxTokens } };
}

const roots: InputRequest = { method: 'roots/list', params: {} };

/** What the user filled in under a name; undefined when it was not answered or not accepted. */
export function filledIn(ctx: CallContext, name: string, field: string): unknown {
  const answer = ctx.client.answers[name] as { action?: string; content?: Record<string, unknown> } | undefined;
  return answer?.action === 'accept' ? answer.content?.[field] : undefined;
}

function asking(name: string, what: string, run: (ctx: CallContext) => ContentBlock) {
  return defineTool({
    name,
    title: what,
    description: `Asks the client: ${what}.`,
    safety: { readOnly: true },
    input: noInput,
  }).run(async (_input, ctx) => [run(ctx)]);
}

function text(content: string): ContentBlock {
  return { type: 'text', text: content };
}

function answered(ctx: CallContext, names: readonly string[]): boolean {
  return names.every(name => ctx.client.answers[name] !== undefined);
}

function askName(ctx: CallContext): ContentBlock {
  const name = filledIn(ctx, 'user_name', 'name');
  if (typeof name !== 'string') throw new InputRequired({ user_name: form('What is your name?', 'name') });
  return text(`Hello, ${name}!`);
}

export const askingTools = [
  asking('test_input_required_result_elicitation', 'one form', askName),
  asking('test_streaming_elicitation', 'one form', askName),
  asking('test_input_required_result_sampling', 'one sampling', ctx => {
    const answer = ctx.client.answers.capital_question as { content?: { text?: string } } | undefined;
    if (answer === undefined) {
      throw new InputRequired({ capital_question: sampling('What is the capital of France?', 100) });
    }
    return text(answer.content?.text ?? 'no text');
  }),
  asking('test_input_required_result_list_roots', 'the roots', ctx => {
    const answer = ctx.client.answers.client_roots as { roots?: { uri: string }[] } | undefined;
    if (answer === undefined) throw new InputRequired({ client_roots: roots });
    return text(`Roots: ${answer.roots?.map(root => root.uri).join(', ')}`);
  }),
  asking('test_input_required_result_request_state', 'a form with state', ctx => {
    if (ctx.client.state !== 'asked' || filledIn(ctx, 'confirm', 'ok') === undefined) {
      throw new InputRequired({ confirm: form('Please confirm', 'ok', 'boolean') }, 'asked');
    }
    return text('state-ok');
  }),
  asking('test_input_required_result_tampered_state', 'a form with state that must not be changed', ctx => {
    if (ctx.client.state === undefined) {
      throw new InputRequired({ confirm: form('Please confirm', 'ok', 'boolean') }, 'asked');
    }
    return text('The state was not tampered with.');
  }),
  asking('test_input_required_result_multiple_inputs', 'three things at once', ctx => {
    if (ctx.client.state !== 'asked' || !answered(ctx, ['user_name', 'greeting', 'client_roots'])) {
      const requests = {
        user_name: form('What is your name?', 'name'),
        greeting: sampling('Generate a greeting', 50),
        client_roots: roots,
      };
      throw new InputRequired(requests, 'asked');
    }
    return text(`Hello, ${filledIn(ctx, 'user_name', 'name')}!`);
  }),
  asking('test_input_required_result_multi_round', 'one thing after the other', ctx => {
    const { state } = ctx.client;
    const name = filledIn(ctx, 'step1', 'name');
    if (state === undefined) throw new InputRequired({ step1: form('Step 1: What is your name?', 'name') }, 'one');
    if (state === 'one') {
      throw new InputRequired({ step2: form('Step 2: What is your favorite color?', 'color') }, `two ${name}`);
    }
    return text(`${state.slice('two '.length)} likes ${filledIn(ctx, 'step2', 'color')}.`);
  }),
  asking('test_input_required_result_capabilities', 'what the client can answer', ctx => {
    const { capabilities, answers } = ctx.client;
    if (Object.keys(answers).length > 0) return text('Answered.');
    throw new InputRequired({
      ...('elicitation' in capabilities ? { user_name: form('What is your name?', 'name') } : {}),
      ...('sampling' in capabilities ? { greeting: sampling('Generate a greeting', 50) } : {}),
    });
  }),
  asking('test_missing_capability', 'a sampling, whether the client can or not', () => {
    throw new InputRequired({ greeting: sampling('Generate a greeting', 50) });
  }),
];
