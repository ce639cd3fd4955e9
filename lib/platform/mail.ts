import "server-only";
import nodemailer from "nodemailer";

/** A letter of plain text. */
export type Letter = { to: string; subject: string; text: string };

/** Sends letters through one server, until it is closed. */
export type Mailer = { send: (letter: Letter) => Promise<void>; close: () => void };

const PATIENCE_MS = 20_000;

/** Opens the way to the server of `smtp://…` or `smtps://…`. */
export function openMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = nodemailer.createTransport(
    {
      url: smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    async send(letter) {
      await transport.sendMail(letter);
    },
    close: () => transport.close(),
  };
}
