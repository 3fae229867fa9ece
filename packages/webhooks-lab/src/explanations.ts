import type { Cause } from './cause.ts';

export interface Explanation {
  readonly meaning: string;
  /** What to do, the likeliest first. */
  readonly changes: readonly string[];
  /** Whether a wrong verification of signatures may be behind it. */
  readonly mayBeSignature?: true;
}

const lookAgain = 'Then call test_webhook, or replay_webhook_delivery for this one.';

export const explanations: Readonly<Record<Cause, Explanation>> = {
  dns: {
    meaning: 'The host name of the url leads to no address, or its name servers did not answer.',
    changes: [
      'Look for a typing error in the host name, and set the right url with update_webhook.',
      'Where the name is right, publish an A or AAAA record for it in the public DNS: names of internal networks are not found.',
      lookAgain,
    ],
  },
  connect: {
    meaning: 'Nothing took the connection on that address and port, or it was closed before an answer came.',
    changes: [
      'See that the receiver runs and listens on the port of the url.',
      'Let firewalls pass connections from the internet to it.',
      'Where connections break off, see whether the receiver or a proxy before it ends them early: its log says so.',
      lookAgain,
    ],
  },
  tls: {
    meaning: 'The certificate of the endpoint was not accepted, or the TLS handshake failed.',
    changes: [
      'Renew the certificate if it has run out.',
      'Use one for the host name of the url, issued by a public authority: self-signed ones are refused.',
      'Serve the whole chain: intermediate certificates are often missing.',
      lookAgain,
    ],
  },
  timeout: {
    meaning: 'There was no whole answer within 10 seconds. The endpoint may have got the event all the same.',
    changes: [
      'Answer 2xx as soon as the signature is verified and the event is stored, and work on it afterwards.',
      'Tell copies by webhook-id: the event is sent again.',
      'Where the endpoint is quick, look for a firewall that drops packets.',
    ],
  },
  blocked: {
    meaning: 'The address is private, reserved or otherwise never called, or a host name leads to such a one.',
    changes: [
      'Give the endpoint an address that the public internet can reach; every address that its name resolves to has to be public.',
      'Set its url with update_webhook.',
    ],
  },
  protocol: {
    meaning: 'What came back is not valid HTTP/1.1.',
    changes: [
      'See that an HTTP server listens on that port, with TLS if the url begins with https.',
      'Answer with few and short headers: 16 KiB is the most.',
      lookAgain,
    ],
  },
  interrupted: {
    meaning: 'The sender stopped during the attempt. Whether the endpoint got the event is not known.',
    changes: ['Nothing: the attempt is made again under the same webhook-id, by which the receiver tells a copy.'],
  },
  redirect: {
    meaning: 'The endpoint answered with a redirect, which is never followed.',
    changes: [
      'Set the address that it leads to as url with update_webhook, often with https, www or a slash at the end.',
    ],
  },
  refused: {
    meaning: 'The endpoint refused the delivery: most often its verification of the signature fails.',
    changes: [
      'Verify over the raw body, as it came: text that was parsed and written again differs.',
      'Use the secret of this webhook as it was shown, whsec_ included for x-webhook-signature. If it is lost, call regenerate_webhook_secret: the old one signs for 24 hours more.',
      'Take the signatures in x-webhook-signature-previous too, for the time after a secret was regenerated.',
      'With a library of Standard Webhooks, see that the clock of the receiver is right to five minutes.',
      'See that no login, proxy or bot protection stands before the endpoint.',
    ],
    mayBeSignature: true,
  },
  wrong_path: {
    meaning: 'There is nothing that takes a POST at the path of the url.',
    changes: ['Correct the path with update_webhook, or let the receiver take POST there.', lookAgain],
  },
  gone: {
    meaning: 'The endpoint answered 410 Gone: it wants no deliveries any more. The webhook was disabled for it.',
    changes: [
      'If that was meant, delete the webhook with delete_webhook.',
      'If not, let the endpoint answer 2xx and set status to active with update_webhook; send what was given up with replay_webhook_delivery.',
    ],
  },
  throttled: {
    meaning: 'The endpoint takes no more requests for now. Its Retry-After is kept, up to 24 hours.',
    changes: [
      'Raise the limit of the receiver: up to five attempts are made at once.',
      'Ask for fewer events with update_webhook.',
    ],
  },
  rejected: {
    meaning: 'The endpoint took the request for a wrong one.',
    changes: [
      'Read responseBody and the log of the receiver for what it misses: the body is flat JSON, its event in the field event.',
      'Where the receiver verifies signatures, see that it does so over the raw body.',
      'Answer 2xx to events that it does not know, webhook.ping among them.',
    ],
    mayBeSignature: true,
  },
  receiver_failed: {
    meaning: 'The endpoint, or a proxy before it, failed while it worked on the event.',
    changes: [
      'Read the log of the receiver, and responseBody, for what went wrong, and mend it.',
      'Let it answer 2xx once the event is stored, and work on it afterwards.',
      lookAgain,
    ],
  },
};
