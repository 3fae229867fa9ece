export { createView } from './create-view.ts';
export type {
  Block,
  Facts,
  Field,
  Format,
  Graph,
  Notice,
  Path,
  Records,
  Table,
  Tiles,
  Timeline,
  Tone,
  Tones,
  Trend,
  ViewDocument,
} from './document.ts';
