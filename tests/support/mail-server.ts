import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

/** A letter as the server took it: whom it goes to, and its bytes as text. */
export type TakenLetter = { to: string[]; text: string };

/** A mail server of the tests: takes every letter, or refuses the recipients whose address is in `refused`. */
export type MailServer = {
  url: string;
  letters: TakenLetter[];
  refused: Set<string>;
  close: () => Promise<void>;
};

export async function openMailServer(): Promise<MailServer> {
  const letters: TakenLetter[] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    talk(socket, letters, refused);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refused,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function talk(socket: Socket, letters: TakenLetter[], refused: ReadonlySet<string>): void {
  let [left, inLetter, to]: [string, boolean, string[]] = ["", false, []];
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 test");
  socket.setEncoding("utf8").on("data", (piece: string) => {
    left += piece;
    for (;;) {
      const end = left.indexOf(inLetter ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const line = left.slice(0, end);
      left = left.slice(end + (inLetter ? 5 : 2));
      if (inLetter) {
        letters.push({ to, text: line });
        [inLetter, to] = [false, []];
        say("250 taken");
        continue;
      }
      const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
      if (recipient && refused.has(recipient)) say("550 nobody here");
      else if (/^DATA$/i.test(line)) {
        inLetter = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) {
        say("221 bye");
        socket.end();
      } else {
        if (recipient) to.push(recipient);
        say("250 ok");
      }
    }
  });
}
