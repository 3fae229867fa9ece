import { businessHoursNode } from '../catalogue/nodes/business-hours-node.ts';
import type { Trigger } from '../engine/state.ts';
import type { FlowVersion } from '../graph/compile.ts';
import { isOpen, type Schedule } from '../values/business-hours.ts';
import type { JsonObject } from '../values/json.ts';
import type { Draw } from './draw.ts';
import type { Literals } from './literals.ts';

const hour = 3_600_000;
const monday = Date.parse('2026-03-02T00:00:00.000Z');
const hoursOfWeek = Array.from({ length: 168 }, (_, index) => monday + index * hour + hour / 2);
const mostSchedules = 20;
const anyValues = ['true', 'no', 'Berlin'];
const knownVisitor = { name: 'Ada Lovelace', email: 'ada@example.com', phone: '+4930901820' };

/** How visitors come: from where, and when. */
export class Arrivals {
  readonly #literals: Literals;
  readonly #openHours: readonly number[];

  constructor(version: FlowVersion, literals: Literals) {
    this.#literals = literals;
    const schedules = [...version.nodes.values()].filter(({ type }) => type === businessHoursNode);
    this.#openHours = hoursOfWeek.filter(time =>
      schedules.slice(0, mostSchedules).some(({ data }) => isOpen(data as Schedule, time)),
    );
  }

  /** What the flow reads of a visit is known more often than not, and some visitors have been here before. */
  trigger(draw: Draw): Trigger {
    const session = this.#some(this.#literals.pathsOf('session'), 'session.', draw);
    const variables = this.#some(this.#literals.givenNames, '', draw);
    return { seed: draw.seed(), session, variables, visitor: draw.chance(0.2) ? knownVisitor : {} };
  }

  #some(names: readonly string[], prefix: string, draw: Draw): JsonObject {
    const set = names.filter(() => draw.chance(0.7));
    return Object.fromEntries(
      set.map(name => [name, draw.oneOf([...this.#literals.forName(prefix + name), ...anyValues]) ?? '']),
    );
  }

  /** Some time of a week, one at which somebody is there, or one of a day that the flow names. */
  time(draw: Draw): number {
    const day = draw.chance(0.2) ? draw.oneOf(this.#literals.days) : undefined;
    if (day !== undefined) return day + draw.index(24) * hour;
    const open = draw.chance(0.4) ? draw.oneOf(this.#openHours) : undefined;
    return open ?? monday + draw.index(168 * 4) * (hour / 4);
  }
}
