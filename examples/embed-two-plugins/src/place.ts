/** Where data lives: a PostgreSQL database, or a folder of PGlite, which one at a time may open. */
export type Place = { readonly url: string } | { readonly url?: undefined; readonly dataDir: string };
