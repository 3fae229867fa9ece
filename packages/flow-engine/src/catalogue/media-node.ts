import { z } from 'zod';
import { leave } from '../engine/step.ts';
import { plainText } from '../text/plain-text.ts';
import type { JsonObject } from '../values/json.ts';
import { spoken, unspoken } from './fields.ts';
import { type DataFinding, defineNodeType, type NodeType, onlyDefault } from './node-type.ts';
import { renderUrl } from './render-url.ts';
import { urlFindings } from './url-findings.ts';

export const caption = z.string().max(2_000).default('').describe('Shown below, and read out to who cannot see it.');

export const address = (of: string) => z.string().max(4_000).default('').describe(`Address of ${of}.`);

/** A kind of media that is shown in the conversation. */
interface MediaNode<Data> {
  readonly kind: 'image' | 'video' | 'audio';
  readonly title: string;
  readonly summary: string;
  readonly data: z.ZodType<Data>;
  readonly example: JsonObject;
  readonly addressOf: (data: Data) => string;
  readonly check?: (data: Data) => readonly DataFinding[];
}

/** Nodes that show one picture, film or sound; the field with its address is called as the kind is. */
export function defineMediaNode<Data extends { readonly caption: string }>(media: MediaNode<Data>): NodeType {
  const { kind, title, summary, data, example, addressOf } = media;
  return defineNodeType({
    type: `${kind}-node`,
    group: 'send',
    title,
    summary,
    data,
    example,
    handles: onlyDefault,
    texts: node => [...unspoken(`/${kind}`, addressOf(node), 'url'), ...spoken('/caption', node.caption, 'plain')],
    check: (node, nodeId) => [...linkFindings(addressOf(node), `/${kind}`, nodeId), ...(media.check?.(node) ?? [])],
    enter(node, call) {
      const url = renderUrl(addressOf(node), call);
      const text = call.render(plainText(node.caption), 'plain');
      if (url !== undefined) call.say({ type: kind, url, ...(text !== '' && { caption: text }) });
      return leave();
    },
  });
}

/** What is wrong with an address that only the client of the visitor opens, and that may so be in a private network. */
export function linkFindings(url: string, pointer: string, nodeId: string): DataFinding[] {
  return urlFindings(url, pointer, nodeId).filter(({ code }) => code !== 'PRIVATE_URL');
}
