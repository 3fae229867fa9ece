import type { Store } from '@conferbot/runtime';

export interface Readiness {
  readonly ready: boolean;
  readonly checks: {
    readonly store: 'ok' | 'unreachable';
    /** The server listens only after all migrations were applied. */
    readonly migrations: 'ok';
    readonly process: 'ok' | 'stopping';
  };
}

/** Whether a load balancer should send requests here. */
export class Health {
  readonly #store: Pick<Store, 'check'>;
  stopping = false;

  constructor(store: Pick<Store, 'check'>) {
    this.#store = store;
  }

  async readiness(): Promise<Readiness> {
    const store = await this.#store.check().then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    );
    const checks = { store, migrations: 'ok', process: this.stopping ? 'stopping' : 'ok' } as const;
    return { ready: store === 'ok' && !this.stopping, checks };
  }
}
