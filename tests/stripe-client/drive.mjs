// Does with Stripe's own client what a shop does, against the address and key it is given; tells what came of it as JSON.
import Stripe from 'stripe';

const [address, key, secret] = process.argv.slice(2);
const { hostname, port } = new URL(address);
const stripe = new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 2, telemetry: false });
const stranger = new Stripe('rk_test_51SomebodyElsesKey00', { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });

const asked = {
  mode: 'payment',
  payment_method_types: ['card'],
  client_reference_id: 'order-1',
  metadata: { order: 'order-1' },
  payment_intent_data: { metadata: { order: 'order-1' } },
  line_items: [{ quantity: 1, price_data: { currency: 'idr', unit_amount: 5500000, product_data: { name: 'PK-2611-000001' } } }],
  expires_at: Math.floor(Date.now() / 1000) + 3600,
  success_url: 'https://pasar.example/pesanan/a?kartu=kembali',
  cancel_url: 'https://pasar.example/pesanan/a?kartu=kembali',
};
const refused = async (ask) => {
  try {
    await ask();
    return null;
  } catch (error) {
    return { type: error.type, code: error.code ?? null, status: error.statusCode ?? null };
  }
};

const told = {};
const first = await stripe.checkout.sessions.create(asked, { idempotencyKey: 'attempt-1' });
const again = await stripe.checkout.sessions.create(asked, { idempotencyKey: 'attempt-1' });
told.first = { status: first.status, paid: first.payment_status, amount: first.amount_total, currency: first.currency, order: first.metadata.order, url: first.url };
told.isSame = first.id === again.id && again.lastResponse.headers['idempotent-replayed'] === 'true';
told.otherWords = await refused(() => stripe.checkout.sessions.create({ ...asked, client_reference_id: 'order-2' }, { idempotencyKey: 'attempt-1' }));
told.found = (await stripe.checkout.sessions.retrieve(first.id)).id === first.id;
told.notThere = await refused(() => stripe.checkout.sessions.retrieve('cs_test_none'));
told.strangeWord = await refused(() => stripe.checkout.sessions.create({ ...asked, colour: 'red' }));
told.noMoney = await refused(() => stripe.checkout.sessions.create({ ...asked, line_items: [{ quantity: 1, price_data: { currency: 'idr', unit_amount: 'much', product_data: { name: 'x' } } }] }));
told.stranger = await refused(() => stranger.checkout.sessions.list({ limit: 1 }));
told.list = (await stripe.checkout.sessions.list({ limit: 1 })).object;

await fetch(first.url, { method: 'POST', redirect: 'manual' });
const paid = await stripe.checkout.sessions.retrieve(first.id);
told.paid = { status: paid.status, paid: paid.payment_status, hasPayment: paid.payment_intent.startsWith('pi_'), url: paid.url };
const refund = await stripe.refunds.create({ payment_intent: paid.payment_intent }, { idempotencyKey: 'refund-1' });
told.refund = { status: refund.status, isSame: (await stripe.refunds.create({ payment_intent: paid.payment_intent }, { idempotencyKey: 'refund-1' })).id === refund.id };
told.twice = await refused(() => stripe.refunds.create({ payment_intent: paid.payment_intent }));

const second = await stripe.checkout.sessions.create(asked);
told.expired = (await stripe.checkout.sessions.expire(second.id)).status;

// a message that the fake wrote and our code would sign is good for the client, and the other way round
const [message, signature] = await new Promise((resolve) => {
  let text = '';
  process.stdin.on('data', (some) => (text += some)).on('end', () => resolve(text.split('\n')));
});
told.event = stripe.webhooks.constructEvent(message, signature, secret).type;
told.tampered = await refused(() => stripe.webhooks.constructEvent(message + ' ', signature, secret));
told.signed = stripe.webhooks.generateTestHeaderString({ payload: message, secret });
// its connections would keep this waiting for another minute
process.stdout.write(JSON.stringify(told), () => process.exit(0));
