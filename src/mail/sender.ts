import type { Transporter } from 'nodemailer';
import type { Rendered } from './render';

/** A rendered letter on its way to one address. */
export interface Message extends Rendered {
  readonly to: string;
  /** Names this letter among all letters; the same each time that it is tried. */
  readonly id: string;
}

/** Hands letters over; says whether one has left, or is kept here to be read. */
export interface Sender {
  send(message: Message): Promise<'sent' | 'kept'>;
  close(): void;
}

/** Without a post office nothing leaves: a demonstration shows its letters on a page instead. */
export const KEEPS: Sender = {
  send: () => Promise.resolve('kept'),
  close: () => undefined,
};

/** An answer must come within this, so that sending ends long before others try (LEASE_MS). */
const PATIENCE_MS = 30_000;

/**
 * The sender for `SMTP_URL` (`smtps://user:password@host`) and the address that letters come from
 * (`Yongle Foundation <letters@yongle.example>`); without a URL it keeps them.
 */
export function newSender(smtpUrl: string | undefined, from: string): Sender {
  if (!smtpUrl) return KEEPS;
  let transport: Promise<Transporter> | null = null;
  const domain = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? 'linli.invalid';
  return {
    send: async ({ id, to, subject, text, html }) => {
      transport ??= connect(smtpUrl);
      const open = await transport;
      await open.sendMail({
        from,
        // As an object it is one address, whatever commas it holds.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${domain}>`,
        // Nobody's "I am on holiday" answers it.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return 'sent';
    },
    close: () => void transport?.then((open) => open.close()),
  };
}

/** The library is read with the first letter: a start does not wait for it. */
async function connect(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A letter holds its words and nothing that is fetched meanwhile.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
