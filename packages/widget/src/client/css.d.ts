/** Style sheets come as minified text: see build/build-client.ts. */
declare module '*.css' {
  export const css: string;
}
