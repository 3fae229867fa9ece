import type { InputRequest } from '@conferbot/plugin';
import type { View } from '../registry/view.ts';
import { isObject } from './message.ts';

type Capabilities = Readonly<Record<string, unknown>>;

/** Whether a call can send something before its result: only then logging and subscriptions mean anything. */
export function offersStreams(view: View): boolean {
  for (const { tool } of view.tools.values()) {
    if (tool.streams === true) return true;
  }
  return false;
}

/** What a view offers. Lists never change while a server runs. */
export function serverCapabilities(view: View) {
  const streams = offersStreams(view);
  return {
    tools: { listChanged: false },
    resources: { listChanged: false, ...(streams ? { subscribe: true } : {}) },
    prompts: { listChanged: false },
    completions: {},
    ...(streams ? { logging: {} } : {}),
  };
}

/** The capabilities that a client must declare to be asked this, as far as `declared` lacks them. */
export function missingCapabilities(request: InputRequest, declared: Capabilities): Capabilities | undefined {
  const [name, mode] = requirementOf(request);
  const own = declared[name];
  if (own === undefined) return { [name]: mode === undefined ? {} : { [mode]: {} } };
  if (mode === undefined || !isObject(own) || own[mode] !== undefined) return undefined;
  // A bare `elicitation: {}` dates from before modes, and means forms.
  if (mode === 'form' && own.url === undefined) return undefined;
  return { [name]: { [mode]: {} } };
}

function requirementOf({ method, params }: InputRequest): [name: string, mode?: string] {
  switch (method) {
    case 'elicitation/create':
      return ['elicitation', params?.mode === 'url' ? 'url' : 'form'];
    case 'sampling/createMessage':
      return params?.tools === undefined && params?.toolChoice === undefined ? ['sampling'] : ['sampling', 'tools'];
    case 'roots/list':
      return ['roots'];
  }
}
