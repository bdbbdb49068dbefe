import { Webhook } from 'standardwebhooks';
import { newSecret, signatureOf } from './signing.js';

describe('the signature of a webhook', () => {
  it('is that of the test vector of Standard Webhooks', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(signatureOf(message, [secret])).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is accepted by the reference library, with the old secret as with the new one', () => {
    const [old, fresh] = [newSecret(), newSecret()];
    const timestamp = Math.floor(Date.now() / 1000);
    const message = { id: 'evt_1', timestamp, body: '{"a":"ü"}' };
    const signature = signatureOf(message, [fresh, old]);
    const headers = { 'webhook-id': 'evt_1', 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
    for (const secret of [old, fresh]) expect(new Webhook(secret).verify(message.body, headers)).toEqual({ a: 'ü' });
    expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow();
  });
});
