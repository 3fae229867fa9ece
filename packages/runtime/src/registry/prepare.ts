import type { Plugin, Prompt, Resource, Tool } from '@conferbot/plugin';
import { ComposeError } from '../compose-error.ts';
import { fieldsArgument, prepareFields } from './field-choice.ts';
import { toObjectSchema } from './json-schema.ts';
import type { PreparedPrompt, PreparedResource, PreparedTool } from './prepared.ts';
import { prepareToolView } from './tool-view.ts';
import { parseUriTemplate } from './uri-template.ts';

export function prepareTool(plugin: Plugin, tool: Tool, longestName: number): PreparedTool {
  const where = `Tool "${tool.name}" of plugin "${plugin.id}"`;
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(tool.name) || tool.name.length > longestName) {
    throw new ComposeError(
      'invalid_tool_name',
      `${where}: a name is snake case and at most ${longestName} characters long.`,
    );
  }
  requireText(tool.title, `${where} has no title.`);
  requireText(tool.description, `${where} has no description.`);
  const { safety } = tool;
  const outputSchema = tool.output && toObjectSchema(tool.output, 'output', `${where}: its output`);
  const fields = prepareFields(tool, outputSchema, where);
  const input = (fields === undefined ? tool.input : tool.input.extend({ [fieldsArgument]: fields.argument })).strict();
  return {
    tool,
    pluginId: plugin.id,
    scope: tool.scope ?? (safety.readOnly ? 'read' : 'write'),
    input,
    inputSchema: toObjectSchema(input, 'input', `${where}: its input`),
    outputSchema: fields?.outputSchema ?? outputSchema,
    fields,
    annotations: {
      title: tool.title,
      readOnlyHint: safety.readOnly,
      destructiveHint: safety.readOnly ? false : safety.destructive,
      idempotentHint: safety.readOnly ? true : safety.idempotent,
      openWorldHint: safety.openWorld ?? false,
    },
    viewContents: prepareToolView(tool, where),
  };
}

export function prepareResource(plugin: Plugin, resource: Resource): PreparedResource {
  const where = `Resource "${resource.uri}" of plugin "${plugin.id}"`;
  requireText(resource.description, `${where} has no description.`);
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/.test(resource.uri)) {
    throw new ComposeError('invalid_resource_uri', `${where}: an address is scheme://path, without spaces.`);
  }
  let template: PreparedResource['template'];
  try {
    template = parseUriTemplate(resource.uri);
  } catch (error) {
    throw new ComposeError('invalid_resource_uri', `${where}: ${(error as Error).message}`);
  }
  const declared = Object.keys(resource.params?.shape ?? {}).sort();
  const used = [...(template?.variables ?? [])].sort();
  if (declared.join() !== used.join()) {
    throw new ComposeError(
      'invalid_resource_uri',
      `${where}: its params and the braces of its address must have the same names.`,
    );
  }
  return { resource, pluginId: plugin.id, mimeType: resource.mimeType ?? 'application/json', template };
}

export function preparePrompt(plugin: Plugin, prompt: Prompt): PreparedPrompt {
  const where = `Prompt "${prompt.name}" of plugin "${plugin.id}"`;
  if (!/^[a-z][a-z0-9_-]{0,63}$/.test(prompt.name)) {
    throw new ComposeError('invalid_prompt_name', `${where}: a name is lower case, with hyphens, up to 64 characters.`);
  }
  requireText(prompt.description, `${where} has no description.`);
  const schema = toObjectSchema(prompt.args, 'input', `${where}: its arguments`);
  const args = Object.entries(schema.properties).map(([name, property]) => {
    if (!('type' in property) || property.type !== 'string') {
      throw new ComposeError(
        'invalid_prompt_argument',
        `${where}: the argument ${name} must take a string; clients send text.`,
      );
    }
    return {
      name,
      description: 'description' in property ? String(property.description) : '',
      required: schema.required?.includes(name) ?? false,
    };
  });
  return { prompt, pluginId: plugin.id, args };
}

function requireText(text: string, message: string): void {
  if (text.trim() === '') throw new ComposeError('missing_description', message);
}
