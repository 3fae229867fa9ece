import type { HostContext } from './host.ts';
import { isRow } from './look-up.ts';

/** Of the standard variables of MCP Apps, those that the style sheet uses. */
const used = [
  '--color-background-primary',
  '--color-background-secondary',
  '--color-text-primary',
  '--color-text-secondary',
  '--color-border-primary',
  '--color-ring-primary',
  '--font-sans',
  '--font-mono',
  '--border-radius-md',
];

/** Takes on the looks of the host. Without a theme of the host the one of the system holds. */
export function applyTheme({ theme, styles }: HostContext): void {
  const { style } = document.documentElement;
  style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
  const variables = isRow(styles) && isRow(styles.variables) ? styles.variables : {};
  for (const name of used) {
    const value = variables[name];
    if (typeof value === 'string') style.setProperty(name, value);
    else style.removeProperty(name);
  }
}
