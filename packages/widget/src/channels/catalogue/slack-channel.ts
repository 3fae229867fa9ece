import { vendorChannel } from '../vendor-channel.ts';

export const slackChannel = vendorChannel({
  type: 'slack',
  title: 'Slack',
  settings: { teamId: 'Id of the Slack workspace.' },
  secrets: { botToken: 'Token of the bot (xoxb-…).', signingSecret: 'Signing secret of the app.' },
});
