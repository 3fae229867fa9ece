export interface Rate {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
  readonly lowSample: boolean;
  readonly interval?: readonly [number, number];
}

export interface Totals {
  readonly views: number;
  readonly starts: number;
  readonly responses: number;
  readonly completions: number;
}

export interface Report {
  readonly days: number;
  readonly timezone: string;
  readonly from: string;
  readonly to: string;
  readonly totals: Totals;
  readonly rates: Readonly<Record<string, Rate>>;
  readonly durationSeconds: {
    readonly n: number;
    readonly p50: number | null;
    readonly p90: number | null;
    readonly relativeError: number;
  };
  readonly daily: readonly (Totals & { readonly date: string })[];
  readonly channels: readonly (Totals & { readonly channel: string })[];
  readonly topDropOffNodes: readonly {
    readonly nodeId: string;
    readonly nodeType: string;
    readonly reached: number;
    readonly left: number;
    readonly dropOffRate: number;
  }[];
  readonly previousPeriod: {
    readonly from: string;
    readonly to: string;
    readonly totals: Totals;
    readonly rates: Readonly<Record<string, Rate>>;
    readonly change: Readonly<Record<keyof Totals, number | null>>;
  };
  readonly provisional: boolean;
}
