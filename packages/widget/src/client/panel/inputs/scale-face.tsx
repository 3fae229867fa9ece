import type { VNode } from 'preact';
import type { ChatInput } from '../../chat-message.ts';
import { Icon } from '../icons.tsx';

const smileys = ['😡', '🙁', '😐', '🙂', '😀'];

/** How a point of a scale looks. */
export function scaleFace(style: ChatInput['style'], point: number, min: number, max: number): VNode {
  if (style === 'stars') return <Icon name="star" />;
  if (style !== 'smileys') return <span aria-hidden="true">{point}</span>;
  const share = max > min ? (point - min) / (max - min) : 1;
  return <span aria-hidden="true">{smileys[Math.round(share * (smileys.length - 1))]}</span>;
}
