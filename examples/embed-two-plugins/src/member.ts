import { defineEntity, p } from '@mikro-orm/core';

// A table of the application, from before Conferbot came.
const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'members',
  properties: {
    id: p.uuid().primary(),
    name: p.text().unique(),
    /** The team is the workspace of its members. */
    teamId: p.uuid(),
    passwordHash: p.text(),
    sessionHash: p.text().nullable(),
  },
});

export class Member extends MemberSchema.class {}
MemberSchema.setClass(Member);
