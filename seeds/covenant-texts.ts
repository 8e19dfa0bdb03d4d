const RULES = [
  '一、邻里相见先问好，家中有老人的多敲一次门。',
  '二、楼道不堆杂物，消防通道不停车。',
  '三、垃圾分类投放，周六上午各楼门轮流清扫。',
  '四、晚十时以后不奏乐器，不用电钻。',
  '五、院内公共事务先议后办，账目每季张贴一次。',
  '六、养犬拴绳，粪便随手清理。',
];

/** The courtyard's covenant, as it was adopted in spring. */
export const COVENANT = { title: '院落居民公约', text: RULES.join('\n') };

/** In autumn a rule was added. */
export const REVISED = {
  title: '院落居民公约（修订）',
  text: [...RULES, '七、电动车不进楼道、不进电梯，统一在车棚充电。'].join('\n'),
};
