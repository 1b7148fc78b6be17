import type { Transporter } from 'nodemailer';
import { createTransport } from 'nodemailer';

interface Mail {
  to: string;
  subject: string;
  text: string;
  attachments?: { filename: string; content: string; contentType: string }[];
}

export interface PostOptions {
  /** Of the web client: what links in mails begin with. */
  webOrigin: string;
  /** `smtp://user:password@host:587`; where there is none, the mail goes to `onUnsent`. */
  smtpUrl?: string | undefined;
  from: string;
  /** In development there is no mail server: the operator reads the link in the server's output. */
  onUnsent(mail: Mail): void;
  onFailure(error: unknown): void;
}

/** What Atrium mails to people. Nobody waits for it, and a mail that is lost is asked for again. */
export class Post {
  private readonly transporter: Transporter | null;

  constructor(private readonly options: PostOptions) {
    this.transporter = options.smtpUrl ? createTransport(options.smtpUrl) : null;
  }

  sendInvitation(to: string, { company, token }: { company: string; token: string }): void {
    this.send({
      to,
      subject: `Join ${oneLine(company)} on Atrium`,
      text: `You are invited to ${oneLine(company)}.\n\nOpen this link within a week to join:\n${this.link('/invitation', token)}\n`,
    });
  }

  sendReset(to: string, token: string): void {
    this.send({
      to,
      subject: 'A new password for Atrium',
      text: `Open this link within an hour to choose a new password:\n${this.link('/reset-password', token)}\n\nIf you did not ask for it, nothing has changed.\n`,
    });
  }

  /** To who owned a company that was dropped. `document`: the signed receipt. */
  sendDeletionReceipt(to: string, { company, document }: { company: string; document: string }): void {
    this.send({
      to,
      subject: `${oneLine(company)} was deleted`,
      text: `${oneLine(company)} was deleted for good, with everything that it held. The attached receipt says what was removed, and what copies of the database may still hold. It is signed: whoever runs Atrium verifies it with  npm run tenants -- verify-receipt FILE\n`,
      attachments: [{ filename: 'deletion-receipt.json', content: document, contentType: 'application/json' }],
    });
  }

  /** Behind `#`, which browsers send to nobody: no server's log has the token. */
  private link(path: string, token: string): string {
    return `${this.options.webOrigin}${path}#${token}`;
  }

  private send(mail: Mail): void {
    const { from, onUnsent, onFailure } = this.options;
    if (this.transporter === null) onUnsent(mail);
    else this.transporter.sendMail({ ...mail, from }).catch(onFailure);
  }
}

/** A subject has no lines; what a company is called must not add one. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
