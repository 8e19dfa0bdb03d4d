import { closeAll, gift, look, open, pledge } from './stand-in-open';

afterEach(closeAll);

const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('the page says that no money moves, what is paid and to whom, in the session’s language', async () => {
  const { stripe } = await open({ merchant: 'Foundation & friends' });
  const made = await stripe.checkout.sessions.create(gift());
  const answer = await fetch(made.url!);
  const html = await answer.text();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('content-security-policy')).toContain(
    "form-action 'self' http://127.0.0.1:4000",
  );
  expect(html).toContain('<html lang="zh-CN">');
  expect(html).toContain('演示：不会真的付款');
  expect(html).toContain('no money moves');
  expect(html).toContain('88.00 CNY');
  expect(html).toContain('Foundation &amp; friends');
  expect(html).toContain('Rice &lt;for&gt; all');
  expect(html).not.toContain('<script');
  for (const word of ['银行卡', '支付宝', '微信支付', 'value="pay"', 'value="pending"'])
    expect(html).toContain(word);
  const english = await stripe.checkout.sessions.create(gift({ locale: 'en' }));
  expect(await (await fetch(english.url!)).text()).toContain('Alipay');
  const auto = await stripe.checkout.sessions.create(gift({ locale: 'auto' }));
  const headers = { 'Accept-Language': 'zh-CN,zh;q=0.9' };
  expect(await (await fetch(auto.url!, { headers })).text()).toContain('支付宝');
});

test('paying leads to success_url with the session’s id, and the page is over', async () => {
  const { stripe } = await open();
  const { id, url } = await stripe.checkout.sessions.create(gift());
  const answer = await post(url!, { act: 'pay', method: 'alipay' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`http://127.0.0.1:4000/thanks?session=${id}`);
  const { session, charge } = await look(stripe, id);
  expect(session.payment_status).toBe('paid');
  expect(charge.payment_method_details?.type).toBe('alipay');
  expect(await (await fetch(url!)).text()).toContain('这次付款已经完成');
  expect((await post(url!, { act: 'pay', method: 'alipay' })).status).toBe(409);
});

test('a payment that is pending is paid a little later by itself', async () => {
  const { stripe, standIn } = await open();
  const { id, url } = await stripe.checkout.sessions.create(gift());
  await post(url!, { act: 'pending', method: 'wechat_pay' });
  expect((await look(stripe, id)).session.payment_status).toBe('unpaid');
  await standIn.advanceClock(5);
  expect((await look(stripe, id)).session.payment_status).toBe('paid');
});

test('failing and going back lead to cancel_url, and the session stays open', async () => {
  const { stripe } = await open();
  const { id, url } = await stripe.checkout.sessions.create(gift());
  for (const act of ['fail', 'cancel']) {
    const answer = await post(url!, { act, method: 'card' });
    expect(answer.headers.get('location')).toBe('http://127.0.0.1:4000/give');
  }
  expect((await look(stripe, id)).charge.status).toBe('failed');
  expect((await look(stripe, id)).session.status).toBe('open');
});

test('what the page does not offer is refused, and an unknown or expired session says so', async () => {
  const { stripe, standIn } = await open();
  const { id, url } = await stripe.checkout.sessions.create(pledge());
  expect((await post(url!, { act: 'pending', method: 'card' })).status).toBe(400);
  expect((await post(url!, { act: 'pay', method: 'alipay' })).status).toBe(400);
  expect((await post(url!, { act: 'steal', method: 'card' })).status).toBe(400);
  expect(await (await fetch(url!)).text()).toContain('每月一次');
  await standIn.expire(id);
  expect(await (await fetch(url!)).text()).toContain('已经过期');
  expect((await fetch(`${standIn.url}/pay/cs_nobody`)).status).toBe(404);
});
