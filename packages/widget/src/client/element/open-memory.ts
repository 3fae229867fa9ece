const key = (bot: string) => `conferbot:${bot}:open`;

/** Whether the visitor left the chat open or closed in this tab; undefined before they did either. */
export function recallOpen(bot: string): boolean | undefined {
  try {
    const stored = sessionStorage.getItem(key(bot));
    return stored === null ? undefined : stored === '1';
  } catch {
    return undefined;
  }
}

/** Called from the first opening on, so that nothing is stored before. */
export function rememberOpen(bot: string, open: boolean): void {
  try {
    sessionStorage.setItem(key(bot), open ? '1' : '0');
  } catch {
    // The page may not store anything: the chat then starts closed.
  }
}
