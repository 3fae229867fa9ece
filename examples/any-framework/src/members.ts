import { randomBytes, randomUUID } from 'node:crypto';

/** Somebody who is logged in. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** uuid of the team whose data it is. */
  readonly teamId: string;
}

/** Stands for the login that an application has: who has which session. */
export class Members {
  readonly #byToken = new Map<string, Member>();

  /** @returns token of a new session */
  logIn(name: string, teamId: string = randomUUID()): string {
    const token = randomBytes(32).toString('base64url');
    this.#byToken.set(token, { id: randomUUID(), name, teamId });
    return token;
  }

  /** Whose session it is. */
  withToken(token: string): Member | undefined {
    return this.#byToken.get(token);
  }

  /** Whose session it is, by the header `Authorization: Bearer …`. */
  withHeader(authorization: string | undefined): Member | undefined {
    return this.withToken(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '');
  }
}
