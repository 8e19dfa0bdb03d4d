import type { Dice } from './dice';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海春梅荣斌宇浩凯健俊帆雪琳晨欣怡佳慧宁倩',
];

/** A name that nobody has on purpose: a common surname and one or two common characters. */
export function fullName(dice: Dice): string {
  const given = dice.oneIn(4) ? dice.pick(GIVEN) : dice.pick(GIVEN) + dice.pick(GIVEN);
  return dice.pick(SURNAMES) + given;
}

/** A number in a range that is given to nobody. */
export function phone(dice: Dice): string {
  return `1990000${String(dice.roll(10_000)).padStart(4, '0')}`;
}

/** A birth date that makes someone so old at the end of `year`. */
export function birthDate(dice: Dice, year: number, age: number): string {
  const month = String(dice.between(1, 12)).padStart(2, '0');
  const day = String(dice.between(1, 28)).padStart(2, '0');
  return `${year - age}-${month}-${day}`;
}
