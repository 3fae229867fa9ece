export { webhooksLab } from './plugin.ts';
