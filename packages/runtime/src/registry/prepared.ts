import type { Prompt, Resource, Scope, Tool } from '@conferbot/plugin';
import type { z } from 'zod';
import type { FieldChoice } from './field-choice.ts';
import type { ObjectSchema } from './json-schema.ts';
import type { ToolViewContents } from './tool-view.ts';
import type { UriTemplate } from './uri-template.ts';

/** A tool with everything worked out that does not depend on the call. */
export interface PreparedTool {
  readonly tool: Tool;
  readonly pluginId: string;
  readonly scope: Scope;
  /** Refuses unknown arguments. */
  readonly input: z.ZodObject;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema | undefined;
  /** Set when it takes `fields`; the handler never sees them. */
  readonly fields: FieldChoice | undefined;
  readonly annotations: {
    readonly title: string;
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
  /** The document that shows its results, as `resources/read` answers it. */
  readonly viewContents: ToolViewContents | undefined;
}

export interface PreparedResource {
  readonly resource: Resource;
  readonly pluginId: string;
  readonly mimeType: string;
  /** Set when the address has parameters. */
  readonly template: UriTemplate | undefined;
}

export interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

export interface PreparedPrompt {
  readonly prompt: Prompt;
  readonly pluginId: string;
  readonly args: readonly PromptArgument[];
}
