import type { ComponentChildren, VNode } from 'preact';
import { h } from 'preact';
import type { RichNode } from './rich-node.ts';

/** Draws formatted text. */
export function RichText({ nodes }: { readonly nodes: readonly RichNode[] }): VNode {
  return <div class="rich">{nodes.map(draw)}</div>;
}

function draw(node: RichNode): ComponentChildren {
  if (typeof node === 'string') return node;
  const { tag, href, src, alt, start, children } = node;
  if (tag === 'a') return <ExternalLink href={href ?? ''}>{children.map(draw)}</ExternalLink>;
  if (tag === 'img') return <img src={src ?? ''} alt={alt ?? ''} loading="lazy" />;
  return h(tag, start === undefined ? null : { start }, ...children.map(draw));
}

/** A link out of the chat. It gives nothing away, and is not vouched for. */
export function ExternalLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}
