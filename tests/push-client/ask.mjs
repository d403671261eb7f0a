// Opens a message and checks a signature that ours made, and sends a message of its own to a service; tells what came of it as JSON.
import { createECDH, createPublicKey } from 'node:crypto';
import ece from 'http_ece';
import jws from 'jws';
import webpush from 'web-push';

const { opened, signed, sent } = JSON.parse(await new Response(process.stdin).text());
const bytes = (text) => Buffer.from(text, 'base64url');

const open = ({ body, key, secret }) => {
  const browser = createECDH('prime256v1');
  browser.setPrivateKey(bytes(key));
  try {
    return ece.decrypt(bytes(body), { version: 'aes128gcm', privateKey: browser, authSecret: bytes(secret) }).toString();
  } catch {
    return null;
  }
};

const check = (line) => {
  const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(line);
  const point = bytes(key);
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return jws.verify(token, 'ES256', pem) ? jws.decode(token).payload : null;
};

const send = async ({ endpoint, key, secret, text, subject }) => {
  const own = webpush.generateVAPIDKeys();
  const { method, headers, body } = webpush.generateRequestDetails(
    { endpoint, keys: { p256dh: key, auth: secret } }, text,
    { vapidDetails: { subject, ...own }, TTL: 60, topic: 'kabarkim', contentEncoding: 'aes128gcm' });
  delete headers['Content-Length'];
  return (await fetch(endpoint, { method, headers, body })).status;
};

console.log(JSON.stringify({ opened: opened.map(open), signed: signed.map(check), sent: await Promise.all(sent.map(send)) }));
