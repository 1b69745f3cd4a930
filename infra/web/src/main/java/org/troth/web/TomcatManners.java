package org.troth.web;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/** How the embedded server behaves towards callers who mean no good; the runnable applies it to its connector and host. */
public final class TomcatManners {

    /** These quote the requests they could not read; held here, since the JDK forgets loggers nobody holds. */
    private static final List<Logger> QUOTING = Stream.of(
                    "org.apache.coyote.http11.Http11Processor",
                    "org.apache.tomcat.util.http.Parameters",
                    "org.apache.tomcat.util.http.LegacyCookieProcessor",
                    "org.apache.tomcat.util.http.parser.Cookie")
            .map(Logger::getLogger)
            .toList();

    private TomcatManners() {}

    public static void apply(Connector connector, WebSettings settings) {
        QUOTING.forEach(logger -> logger.setLevel(Level.OFF));
        connector.setXpoweredBy(false);
        connector.setAllowTrace(false);
        connector.setMaxPostSize(settings.largestBody());
        connector.setMaxParameterCount(FrontDoor.MOST_PARAMETERS);
        connector.setMaxPartCount(20);
        connector.setMaxCookieCount(30);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setMaxHeaderCount(60);
            protocol.setConnectionTimeout(15_000);
            protocol.setKeepAliveTimeout(30_000);
        }
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxHttpRequestHeaderSize(16 * 1024);
            http.setMaxSwallowSize(settings.largestBody() * 4);
        }
    }

    public static void apply(StandardHost host) {
        host.setErrorReportValveClass(QuietErrorReport.class.getName());
    }
}
