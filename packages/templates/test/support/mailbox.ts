import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly subject: string;
}

/** A mail server on this machine that takes every mail. */
export class Mailbox implements AsyncDisposable {
  readonly mails: ReceivedMail[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = createServer(socket => this.#talk(socket));
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>(resolve => mailbox.#server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
    let text = '';
    let to: string[] = [];
    let data: string[] | undefined;
    socket.write('220 mailbox\r\n');
    socket.on('data', chunk => {
      text += chunk;
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (data !== undefined && line !== '.') {
          data.push(line);
          continue;
        }
        if (data !== undefined) {
          this.mails.push({ to, subject: subjectIn(data) });
          [to, data] = [[], undefined];
        }
        if (line.startsWith('RCPT TO:')) to.push(line.slice('RCPT TO:<'.length, -1));
        if (line === 'DATA') data = [];
        socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  }
}

/** Long header lines go on after a line break. */
function subjectIn(lines: readonly string[]): string {
  const head = lines.slice(0, lines.indexOf('')).join('\n').replaceAll(/\n\s+/g, ' ');
  return /^Subject: (.*)$/m.exec(head)?.[1] ?? '';
}
