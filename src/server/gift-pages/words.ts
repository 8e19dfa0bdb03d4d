/** What the pages for givers say where there is nothing to show, in one of their languages. */
const zh = {
  unknown: '没有这个页面',
  unknownNote: '地址可能不完整。请从邮件或付款后的页面重新打开。',
  broken: '出错了',
  brokenNote: (incident: string) => `问题在我们这里，请稍后再试。编号：${incident}`,
};

const en: typeof zh = {
  unknown: 'There is no such page',
  unknownNote: 'The address may be incomplete. Open it again from the letter or after paying.',
  broken: 'Something went wrong',
  brokenNote: (incident) => `The fault is ours; please try again later. Incident ${incident}`,
};

export const WORDS = { zh, en };
