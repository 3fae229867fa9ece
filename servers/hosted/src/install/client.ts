/** What stands for a key where none is known. */
export const placeholder = 'YOUR_API_KEY';

/** What a client is connected to. */
export interface Connection {
  /** What the client calls the server. */
  readonly name: string;
  /** Address of the MCP endpoint. */
  readonly url: string;
  /** API key, or what stands for one. */
  readonly key: string;
}

/** One way to tell a client about a server. */
export type Way = CommandWay | TextWay | LinkWay;

/** A command for a terminal. */
export interface CommandWay {
  readonly kind: 'command';
  readonly text: string;
}

/** A text that is written into a file, or pasted into a dialogue. */
export interface TextWay {
  readonly kind: 'text';
  /** Where it belongs; code stands in backticks. */
  readonly where: string;
  readonly language: 'json' | 'toml';
  readonly text: string;
}

/** A link that the client opens, and asks before it adds the server. */
export interface LinkWay {
  readonly kind: 'link';
  readonly label: string;
  /** The address before the configuration. */
  readonly prefix: string;
  /** The configuration, in JSON. */
  readonly config: string;
  readonly encoding: 'base64' | 'plain';
  /** The address on the web that leads to the link, for where links of other schemes are dropped. */
  readonly onTheWeb: (address: string) => string;
}

/** How one client is connected, the simplest way first. */
export interface Client {
  readonly id: string;
  readonly name: string;
  readonly ways: (connection: Connection) => readonly Way[];
  /** What is good to know, in one or two sentences; code stands in backticks. */
  readonly note?: string;
}

/** The address behind a link. A page that fills a key in does the same in its script. */
export function addressOf({ prefix, config, encoding }: LinkWay): string {
  const text = encoding === 'base64' ? Buffer.from(config).toString('base64') : config;
  return prefix + encodeURIComponent(text);
}
