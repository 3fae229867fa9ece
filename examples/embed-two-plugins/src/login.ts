import { createHash, randomBytes, randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';
import { Member } from './member.ts';
import type { OwnDatabase } from './own-database.ts';

/** The login of the application: names, passwords and sessions of its own. */
export class Login {
  readonly #database: OwnDatabase;

  constructor(database: OwnDatabase) {
    this.#database = database;
  }

  async addMember(name: string, password: string, teamId: string): Promise<void> {
    const em = this.#database.em.fork();
    em.create(Member, { id: randomUUID(), name, teamId, passwordHash: hashPassword(password), sessionHash: null });
    await em.flush();
  }

  /** @returns token of a new session; undefined when name or password is wrong */
  async open(name: string, password: string): Promise<string | undefined> {
    const em = this.#database.em.fork();
    const member = await em.findOne(Member, { name });
    if (member === null || !isPassword(password, member.passwordHash)) return undefined;
    const token = randomBytes(32).toString('base64url');
    member.sessionHash = hashToken(token);
    await em.flush();
    return token;
  }

  /** Whose session it is, by the header `Authorization: Bearer …`. */
  async memberOf(authorization: string | null): Promise<Member | undefined> {
    const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) return undefined;
    const member = await this.#database.em.fork().findOne(Member, { sessionHash: hashToken(token) });
    return member ?? undefined;
  }
}

function hashPassword(password: string, salt = randomBytes(16)): string {
  return `${salt.toString('base64url')}.${scryptSync(password, salt, 32).toString('base64url')}`;
}

function isPassword(password: string, hash: string): boolean {
  const [salt = ''] = hash.split('.');
  const given = hashPassword(password, Buffer.from(salt, 'base64url'));
  return given.length === hash.length && timingSafeEqual(Buffer.from(given), Buffer.from(hash));
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
