import { definePrompt, InputRequired, type PromptMessage } from '@conferbot/plugin';
import { z } from 'zod';
import { filledIn, form } from './asking-tools.ts';
import { redPixel } from './content-tools.ts';

function says(text: string): PromptMessage {
  return { role: 'user', content: { type: 'text', text } };
}

const noArgs = z.object({});

export const fixturePrompts = [
  definePrompt({ name: 'test_simple_prompt', title: 'Simple', description: 'Has no arguments.', args: noArgs }).get(
    async () => [says('This is a simple prompt for testing.')],
  ),
  definePrompt({
    name: 'test_prompt_with_arguments',
    title: 'With arguments',
    description: 'Repeats its arguments.',
    args: z.object({
      arg1: z.string().describe('First test argument'),
      arg2: z.string().describe('Second test argument'),
    }),
  }).get(async ({ arg1, arg2 }) => [says(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)]),
  definePrompt({
    name: 'test_prompt_with_embedded_resource',
    title: 'With a resource',
    description: 'Embeds a resource.',
    args: z.object({ resourceUri: z.string().describe('Address of the resource to embed') }),
  }).get(async ({ resourceUri: uri }) => [
    {
      role: 'user',
      content: {
        type: 'resource',
        resource: { uri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' },
      },
    },
    says('Please process the embedded resource above.'),
  ]),
  definePrompt({
    name: 'test_prompt_with_image',
    title: 'With an image',
    description: 'Shows an image.',
    args: noArgs,
  }).get(async () => [
    { role: 'user', content: { type: 'image', data: redPixel, mimeType: 'image/png' } },
    says('Please analyze the image above.'),
  ]),
  definePrompt({
    name: 'test_input_required_result_prompt',
    title: 'That asks',
    description: 'Asks the user what it is about.',
    args: noArgs,
  }).get(async (_args, ctx) => {
    const context = filledIn(ctx, 'user_context', 'context');
    if (context === undefined) {
      throw new InputRequired({ user_context: form('What context should the prompt use?', 'context') });
    }
    return [says(`The context is: ${context}`)];
  }),
];
