import type { Agent } from 'node:http';
import { TLSSocket } from 'node:tls';

/** What an error bears that broke a connection before its TLS stood: nothing of a request had been sent. */
export interface HandshakeError extends Error {
  isOfHandshake?: true;
}

/**
 * Marks the errors of an agent's handshakes. Node's codes don't tell them from what breaks a connection that stands: EPROTO
 * comes of a server that speaks no TLS, and of a box on the way that cuts in when the request has long arrived.
 */
export function markHandshakes<A extends Agent>(agent: A): A {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (...about) => {
    const socket = create(...about);
    if (socket instanceof TLSSocket) markUntilSecure(socket);
    return socket;
  };
  return agent;
}

function markUntilSecure(socket: TLSSocket): void {
  const mark = (error: HandshakeError) => {
    error.isOfHandshake = true;
  };
  socket.once('error', mark);
  socket.once('secureConnect', () => socket.off('error', mark));
}
