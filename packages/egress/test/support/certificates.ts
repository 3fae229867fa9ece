import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

interface Wish {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  readonly notAfter?: Date;
}

const year = 365 * 24 * 3600 * 1000;
const keys = { keyType: 'ec', algorithm: 'sha256' } as const;

/** An authority that is made anew for each run. */
export async function authority(name = 'Egress test authority'): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...keys,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** A server's certificate, by the authority or, without one, self-signed. */
export async function certificate(wish: Wish, issuer?: Certificate): Promise<Certificate> {
  const notAfterDate = wish.notAfter ?? new Date(Date.now() + year);
  const made = await generate([{ name: 'commonName', value: wish.names?.[0] ?? 'server' }], {
    ...keys,
    notBeforeDate: new Date(notAfterDate.getTime() - 2 * year),
    notAfterDate,
    ...(issuer === undefined ? {} : { ca: issuer }),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          ...(wish.names ?? []).map(value => ({ type: 2 as const, value })),
          ...(wish.addresses ?? []).map(ip => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
