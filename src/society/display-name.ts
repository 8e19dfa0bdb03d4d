/** A name as the public sees it: its first character, and nothing of its length: 张** */
export function displayName(name: string): string {
  const [first = ''] = name;
  return `${first}**`;
}

/** A telephone number of which only the last four digits are left: *******8000 */
export function maskedPhone(phone: string): string {
  return phone.slice(-4).padStart(phone.length, '*');
}
