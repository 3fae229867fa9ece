import { defineId } from '@conferbot/plugin';

/** `art_…` */
export const articleId = defineId('art', 'knowledge article');

/** `cat_…` */
export const categoryId = defineId('cat', 'knowledge category');
