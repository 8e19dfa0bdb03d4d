/** What a resident's card says, as plain data; nothing on it tells who somebody is. */
export interface CardFacts {
  readonly locale: 'zh' | 'en';
  readonly community: string;
  /** What the public may see of the name: 张**. */
  readonly displayName: string;
  /** In groups, as it is read out: `7K3QF9-0ZT4MB-X2WJ8C`. */
  readonly code: string;
  readonly issuedAt: Date;
}
