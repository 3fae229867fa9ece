import hashlib
import hmac


def is_genuine(raw_body: bytes, headers: dict, secret: str) -> bool:
    expected = hmac.new(secret.encode(), raw_body, hashlib.sha256).hexdigest()
    given = [headers.get("x-webhook-signature", "")]
    given += headers.get("x-webhook-signature-previous", "").split(" ")
    return any(hmac.compare_digest(expected, signature) for signature in given)
