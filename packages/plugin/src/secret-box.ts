import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts what is secret at rest: webhook secrets, keys in flows, tokens of channels. */
export interface SecretBox {
  /** `context` says where the secret belongs, as in `workspace/chatbot`: it opens there only. */
  seal(text: string, context: string): string;
  /** @throws Error when the text was not sealed by this key in this context, or was changed since. */
  open(sealed: string, context: string): string;
}

const version = 'v1';
const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM. What is sealed reads `v1.` and, in base64url, a random nonce of 96 bits, the ciphertext and a tag of
 * 128 bits; the context is authenticated and not kept.
 *
 * @throws RangeError when the key has not 32 bytes.
 */
export function createSecretBox(key: Uint8Array): SecretBox {
  if (key.byteLength !== keyBytes) throw new RangeError(`The key of a secret box is ${keyBytes} bytes long.`);
  const ownKey = Uint8Array.from(key);
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, ownKey, nonce, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(context));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${version}.${sealed.toString('base64url')}`;
    },
    open(sealed, context) {
      try {
        return opened(sealed, context, ownKey);
      } catch {
        throw new Error('This text was not sealed with this key in this context, or it was changed.');
      }
    },
  };
}

function opened(sealed: string, context: string, key: Uint8Array): string {
  const [written, body = '', ...rest] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  if (written !== version || rest.length > 0 || bytes.toString('base64url') !== body) throw new TypeError();
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString();
}
