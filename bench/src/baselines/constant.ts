// Raw node:http sending the same bytes whatever it is asked: those of the file that CONSTANT_BODY names.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { listen } from './listen.ts';

const body = readFileSync(process.env.CONSTANT_BODY ?? '');
const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, headers);
    response.end(body);
  });
});

listen(server);
