import type { MigrationObject } from '@mikro-orm/core';
import { KnowledgeInitial } from './20261122090500_knowledge_initial.ts';
import { KnowledgeSearch } from './20261122090600_knowledge_search.ts';
import { KnowledgeHelpCentre } from './20261122120000_knowledge_help_centre.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090500_knowledge_initial', class: KnowledgeInitial },
  { name: '20261122090600_knowledge_search', class: KnowledgeSearch },
  { name: '20261122120000_knowledge_help_centre', class: KnowledgeHelpCentre },
];
