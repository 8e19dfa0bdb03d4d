import type { Language } from '../api/say';
import chinese from './checks-in-chinese.json';

const CHINESE: Readonly<Record<string, string>> = chinese;

/** What a check says should hold; it says so in English itself. */
export function checkInWords(name: string, says: string, language: Language): string {
  return (language === 'zh-CN' ? CHINESE[name] : undefined) ?? says;
}
