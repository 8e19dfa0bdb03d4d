import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file that somebody uploads is its uploader's own until a command attaches it to something, once
 * and for good (`about_kind`, `about_id`); what is attached to nothing is swept after a day.
 *
 * What is kept of it lies in a store of objects, once for each community and hash. Its row says so
 * before the first byte is written and as long as a byte may be there: whoever writes or removes
 * the object holds the row, so that no two do it at once. `unused_since` is set while nothing uses
 * it: that is what the sweep looks for, and never through all that is kept.
 */
export class FilesAreKeptByTheirHash1795300000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attachment_content (
        community_id uuid not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        type text not null check (type in ('image/jpeg', 'image/webp', 'application/pdf')),
        bytes integer not null check (bytes > 0),
        width integer check (width > 0),
        height integer check (height > 0),
        unused_since timestamptz,
        constraint attachment_content_pkey primary key (community_id, sha256),
        constraint attachment_content_size check (num_nulls(width, height)
          = case when type = 'application/pdf' then 2 else 0 end),
        constraint attachment_content_community foreign key (community_id) references place (id)
      )`);
    await runner.query(`
      create index attachment_content_unused on attachment_content (community_id, unused_since)
        where unused_since is not null`);
    await runner.query(`
      create table attachment (
        community_id uuid not null,
        id uuid not null,
        sha256 text not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null,
        about_kind text,
        about_id uuid,
        attached_at timestamptz,
        constraint attachment_pkey primary key (community_id, id),
        constraint attachment_about check (num_nulls(about_kind, about_id, attached_at) in (0, 3)),
        constraint attachment_of_content foreign key (community_id, sha256)
          references attachment_content (community_id, sha256),
        constraint attachment_uploaded_by foreign key (uploaded_by) references person (id)
      )`);
    await runner.query(`
      create index attachment_uses on attachment (community_id, sha256)`);
    await runner.query(`
      create index attachment_of_subject on attachment (community_id, about_kind, about_id, id)
        where about_kind is not null`);
    await runner.query(`
      create index attachment_of_nothing on attachment (community_id, uploaded_at)
        where about_kind is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attachment, attachment_content');
  }
}
