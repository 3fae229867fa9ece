import { withoutNul } from './encode-value.ts';

/**
 * Writes messages of the extended query protocol, version 3, one after the other into one buffer
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html). Parameters and results are text.
 */
export class MessageWriter {
  #buffer = Buffer.allocUnsafe(16_384);
  #length = 0;

  parse(name: string, text: string): void {
    const start = this.#begin(0x50);
    this.#text(name);
    this.#text(text);
    this.#int16(0);
    this.#end(start);
  }

  bind(name: string, values: readonly (string | null)[]): void {
    const start = this.#begin(0x42);
    this.#text('');
    this.#text(name);
    this.#int16(0);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    this.#int16(0);
    this.#end(start);
  }

  describePortal(): void {
    const start = this.#begin(0x44);
    this.#byte(0x50);
    this.#text('');
    this.#end(start);
  }

  execute(): void {
    const start = this.#begin(0x45);
    this.#text('');
    this.#int32(0);
    this.#end(start);
  }

  closeStatement(name: string): void {
    const start = this.#begin(0x43);
    this.#byte(0x53);
    this.#text(name);
    this.#end(start);
  }

  sync(): void {
    this.#end(this.#begin(0x53));
  }

  /** What was written, as a buffer of its own; the writer is empty again. */
  take(): Buffer {
    const written = Buffer.from(this.#buffer.subarray(0, this.#length));
    this.clear();
    return written;
  }

  clear(): void {
    this.#length = 0;
    if (this.#buffer.length > 1_048_576) this.#buffer = Buffer.allocUnsafe(16_384);
  }

  #begin(type: number): number {
    this.#byte(type);
    const start = this.#length;
    this.#int32(0);
    return start;
  }

  #end(start: number): void {
    this.#buffer.writeInt32BE(this.#length - start, start);
  }

  #text(text: string): void {
    this.#reserve(text.length * 3 + 1);
    this.#length += this.#buffer.write(withoutNul(text), this.#length);
    this.#buffer[this.#length++] = 0;
  }

  #value(value: string | null): void {
    if (value === null) {
      this.#int32(-1);
      return;
    }
    this.#reserve(value.length * 3 + 4);
    const size = this.#buffer.write(value, this.#length + 4);
    this.#buffer.writeInt32BE(size, this.#length);
    this.#length += size + 4;
  }

  #byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
  }

  #int16(value: number): void {
    this.#reserve(2);
    this.#length = this.#buffer.writeUInt16BE(value, this.#length);
  }

  #int32(value: number): void {
    this.#reserve(4);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + size));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
