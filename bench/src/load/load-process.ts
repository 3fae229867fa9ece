// The process that makes the load.
import { runLoad } from './run-load.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(runLoad);
