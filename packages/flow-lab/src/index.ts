export { flowLab } from './plugin.ts';
