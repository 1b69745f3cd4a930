package org.troth.app;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Is asked by the JDK before every connection, by sockets and by HTTP clients alike, and remembers to where. */
final class RecordingSelector extends ProxySelector {

    private final @Nullable ProxySelector before;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    RecordingSelector(@Nullable ProxySelector before) {
        this.before = before;
    }

    @Nullable
    ProxySelector before() {
        return before;
    }

    Set<String> hosts() {
        return hosts;
    }

    @Override
    public List<Proxy> select(URI uri) {
        hosts.add(String.valueOf(uri.getHost()));
        return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        hosts.add(String.valueOf(uri.getHost()));
    }
}
