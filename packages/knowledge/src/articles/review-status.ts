export const reviewStatuses = ['draft', 'in_review', 'published'] as const;

/** Each may follow each; visitors see what is published. */
export type ReviewStatus = (typeof reviewStatuses)[number];
