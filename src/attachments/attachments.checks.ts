import type { Check } from '../ledger/verify';

/** What attachments and what is kept for them must agree on, as `verify` checks it. */
export const ATTACHMENT_CHECKS: readonly Check[] = [
  {
    name: 'attachments',
    says: 'What is kept of a file is marked as unused exactly while no attachment is of it.',
    sql: `select content.community_id, content.sha256, content.unused_since
      from attachment_content content
      where (content.unused_since is null) <> exists (
        select from attachment
        where attachment.community_id = content.community_id
          and attachment.sha256 = content.sha256)`,
  },
];
