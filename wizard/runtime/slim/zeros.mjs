// Long runs of zeros in the data of a wasm need not be sent: memory begins as zeros.
import { Reader } from "./sections.mjs";

const DATA = 11;
const [CONST, END] = [0x41, 0x0b];
// Shorter runs cost brotli less than one more piece does.
const LONG = 512;

/** The same wasm with its data in pieces, without the long runs of zeros between them. */
export function withoutZeros(bytes) {
  const reader = new Reader(bytes, 8);
  for (;;) {
    const begin = reader.at;
    const section = reader.byte();
    const length = reader.count();
    const content = reader.at;
    reader.at += length;
    if (section === DATA) return Buffer.concat([bytes.subarray(0, begin), packed(bytes, content), bytes.subarray(reader.at)]);
  }
}

function packed(bytes, content) {
  const reader = new Reader(bytes, content);
  const inOnePiece = reader.count() === 1 && reader.count() === 0 && reader.byte() === CONST;
  if (!inOnePiece) throw new Error("The data of Pyodide's wasm are not in one piece.");
  const base = reader.number();
  reader.at += 1;
  const length = reader.count();
  const pieces = piecesOf(bytes.subarray(reader.at, reader.at + length));
  const written = pieces.flatMap(([at, piece]) => [Buffer.from([0, CONST, ...signed(base + at), END, ...unsigned(piece.length)]), piece]);
  const body = Buffer.concat([Buffer.from(unsigned(pieces.length)), ...written]);
  return Buffer.concat([Buffer.from([DATA, ...unsigned(body.length)]), body]);
}

/** [place, bytes] of what stands between long runs of zeros. */
function piecesOf(data) {
  const zeros = Buffer.alloc(LONG);
  const found = [];
  for (let at = 0; at < data.length; ) {
    const stop = data.indexOf(zeros, at);
    const end = stop < 0 ? data.length : stop;
    if (end > at) found.push([at, data.subarray(at, end)]);
    at = end;
    while (at < data.length && data[at] === 0) at += 1;
  }
  return found;
}

function unsigned(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value) {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)];
}
