import { invalidArgument } from '@conferbot/plugin';
import type { ReviewStatus } from './review-status.ts';

/** @throws Fault `invalid_argument` when visitors would find an empty article */
export function assertPublishable(
  { reviewStatus, content }: { readonly reviewStatus: ReviewStatus; readonly content: string },
  path: string,
): void {
  if (reviewStatus !== 'published' || content.trim() !== '') return;
  throw invalidArgument(
    path,
    'An article without content cannot be published.',
    'Write its content, or leave it a draft.',
  );
}
