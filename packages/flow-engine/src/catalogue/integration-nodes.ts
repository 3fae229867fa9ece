import type { NodeType } from './node-type.ts';
import { airtableNode } from './nodes/airtable-node.ts';
import { discordNode } from './nodes/discord-node.ts';
import { emailNode } from './nodes/email-node.ts';
import { gmailNode } from './nodes/gmail-node.ts';
import { googleCalendarNode } from './nodes/google-calendar-node.ts';
import { googleDocsNode } from './nodes/google-docs-node.ts';
import { googleDriveNode } from './nodes/google-drive-node.ts';
import { googleMeetNode } from './nodes/google-meet-node.ts';
import { googleSheetsNode } from './nodes/google-sheets-node.ts';
import { gptNode } from './nodes/gpt-node.ts';
import { hubspotNode } from './nodes/hubspot-node.ts';
import { notionNode } from './nodes/notion-node.ts';
import { slackNode } from './nodes/slack-node.ts';
import { stripeNode } from './nodes/stripe-node.ts';
import { webhookNode } from './nodes/webhook-node.ts';
import { zapierNode } from './nodes/zapier-node.ts';
import { zohocrmNode } from './nodes/zohocrm-node.ts';

export const integrationNodes: readonly NodeType[] = [
  emailNode,
  webhookNode,
  gptNode,
  zapierNode,
  googleSheetsNode,
  gmailNode,
  googleCalendarNode,
  googleMeetNode,
  googleDriveNode,
  googleDocsNode,
  slackNode,
  discordNode,
  airtableNode,
  hubspotNode,
  notionNode,
  zohocrmNode,
  stripeNode,
];
