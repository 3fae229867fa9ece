import type { VerifiedVisitor } from '@conferbot/conversations/contract';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { userId } from './user-id.ts';

const toleranceSeconds = 30;
const said = z.string().trim().min(1).max(200).optional().catch(undefined);
const claims = z.object({ sub: userId, name: said, email: said });

/** Reads a JWT that is signed with HS256 under the identity secret. */
export async function readIdentityToken(
  token: string,
  secret: string,
  now: Date,
): Promise<VerifiedVisitor | { readonly refusal: string }> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: now,
      clockTolerance: toleranceSeconds,
    });
    const read = claims.safeParse(payload);
    if (!read.success) return { refusal: 'The claim sub of the visitor token is no user id of up to 128 characters.' };
    const { sub, name, email } = read.data;
    return { userId: sub, ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { refusal: reasonOf(error) };
    throw error;
  }
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The visitor token has expired: make a new one.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `The claim ${error.claim} of the visitor token is missing or wrong.`;
  }
  return 'The visitor token is no JWT that is signed with HS256 under the identity secret.';
}
