package org.troth.app.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes sockets and remembers the last, so that a conversation can be ended from outside. */
final class Sockets extends SocketFactory {

    private final SocketFactory maker;
    private volatile @Nullable Socket last;

    Sockets(SocketFactory maker) {
        this.maker = maker;
    }

    /** Whoever reads from the last one or writes to it is told that it is closed. */
    void hangUp() {
        Socket now = last;
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                last = null;
            }
        }
    }

    private Socket remembered(Socket made) {
        last = made;
        return made;
    }

    @Override
    public Socket createSocket() throws IOException {
        return remembered(maker.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return remembered(maker.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return remembered(maker.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return remembered(maker.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return remembered(maker.createSocket(host, port, from, fromPort));
    }
}
