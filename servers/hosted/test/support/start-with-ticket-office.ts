import { start } from '../../src/start.ts';
import { ticketOffice } from './ticket-office.ts';

await start({ extraPlugins: [ticketOffice()] });
