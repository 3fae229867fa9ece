// The process of the visitors.
import { serveJobs } from '../load/serve-jobs.ts';
import { runChatLoad } from './run-chat-load.ts';

serveJobs(runChatLoad);
