import { isSecret, maskText } from '../graph/mask-secrets.ts';
import { mapPlaces, type PlacePattern, secretPlaces } from '../graph/secret-places.ts';
import type { JsonObject } from '../values/json.ts';
import type { EffectRequest } from './effect.ts';

/** A request that may be shown, in the transcript of a simulation: keys, tokens and passwords are masked. */
export function maskEffect(request: EffectRequest): EffectRequest {
  const masked = mapPlaces(request as JsonObject, placesOf(request), value => {
    const secret = String(value);
    return isSecret(secret) ? maskText(secret) : value;
  });
  return masked as EffectRequest;
}

function placesOf(request: EffectRequest): readonly PlacePattern[] {
  switch (request.kind) {
    case 'http':
      return secretPlaces('webhook-node');
    case 'ai':
      return secretPlaces('gpt-node');
    case 'connector':
      return secretPlaces(`${request.connector}-node`).map(place => ['parameters', ...place]);
    default:
      return [];
  }
}
