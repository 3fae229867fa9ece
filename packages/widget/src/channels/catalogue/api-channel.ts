import { ownChannel } from '../own-channel.ts';

export const apiChannel = ownChannel({ type: 'api', title: 'API', shown: ({ apiUrl }) => ({ apiUrl }) });
