/** The script that is being run, or the one that was: a module and a bundler do not say which they are. */
export function widgetScript(): HTMLScriptElement | null {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement && currentScript.src !== '') return currentScript;
  return document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');
}
