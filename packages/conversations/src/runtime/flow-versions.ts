import { compile, type FlowVersion } from '@conferbot/flow-engine';
import { flowLibrary } from '@conferbot/flows/contract';
import type { CallContext } from '@conferbot/plugin';

const mostKept = 200;

/** Versions made ready to run, the last used ones of this process: they never change. */
export class FlowVersions {
  readonly #kept = new Map<string, FlowVersion>();

  /** @throws Fault `not_found` */
  async get(ctx: CallContext, versionId: string): Promise<FlowVersion> {
    const key = `${ctx.workspace.id}/${versionId}`;
    const version = this.#kept.get(key) ?? compile((await ctx.use(flowLibrary).runnable(versionId)).graph);
    this.#kept.delete(key);
    this.#kept.set(key, version);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return version;
  }
}
