export { type AppDeps, createApp } from './app.ts';
export { type Config, ConfigError, type LogLevel, loadConfig } from './config.ts';
export { type Hosted, type HostedOptions, startHosted } from './hosted.ts';
export { createLogger } from './logger.ts';
export { type StdioCommandOptions, stdio } from './stdio.ts';
