/** The name of a plugin as it stands in packages, tables, tools and classes. */
export interface PluginName {
  /** `my-notes` */
  readonly kebab: string;
  /** `my_notes` */
  readonly snake: string;
  /** `MyNotes` */
  readonly pascal: string;
}

/** The name of a tool has 32 characters at most, and `add_to_` comes before that of the plugin. */
export const longestName = 25;

/** Undefined when a plugin cannot be called so. */
export function pluginName(text: string): PluginName | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) || text.length > longestName) return undefined;
  const words = text.split('-');
  return {
    kebab: text,
    snake: words.join('_'),
    pascal: words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
  };
}
