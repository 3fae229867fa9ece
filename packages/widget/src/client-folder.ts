import { fileURLToPath } from 'node:url';

/** Folder of the built widget: `widget.js`, which changes, and `widget/`, whose files never do. */
export const clientFolder: string = fileURLToPath(new URL('../dist/client/', import.meta.url));
