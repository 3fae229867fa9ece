/** How a page proves who its visitor is; both are made by the page's server. */
export type IdentityProof = { readonly userId: string; readonly hash: string } | { readonly token: string };

/** The user whom a proof is for; a token that cannot be read is one of its own. */
export function userOf(proof: IdentityProof | undefined): string | undefined {
  if (proof === undefined || 'userId' in proof) return proof?.userId;
  const [, payload = ''] = proof.token.split('.');
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes));
    return typeof sub === 'string' ? sub : proof.token;
  } catch {
    return proof.token;
  }
}
