package org.troth.web;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/** How the embedded server behaves towards callers who mean no good; the runnable applies it to its connector and host. */
public final class TomcatManners {

    private TomcatManners() {}

    public static void apply(Connector connector, WebSettings settings) {
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
