export { type AddressClass, addressClass } from './address-class.ts';
export { createEgress, type Egress, type EgressOptions } from './egress.ts';
export { EgressError, type EgressErrorKind } from './egress-error.ts';
export type { EgressMethod, EgressRequest, EgressResponse } from './egress-request.ts';
export { type DnsOptions, dnsLookup, type Lookup, systemLookup } from './lookup.ts';
