package org.troth.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;

/** The test house in a real Tomcat on loopback, spoken to byte by byte. */
final class RunningHouse implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();

    RunningHouse() throws IOException, LifecycleException {
        Path home = Files.createTempDirectory("troth-web");
        tomcat.setBaseDir(home.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        WebSettings settings = new TestHouse().settings();
        TomcatManners.apply(tomcat.getConnector(), settings);
        TomcatManners.apply((StandardHost) tomcat.getHost());
        Context root = tomcat.addContext("", home.toString());
        context.register(TestHouse.class);
        ((StandardContext) root).setClearReferencesRmiTargets(false);
        ((StandardContext) root).setClearReferencesThreadLocals(false);
        Tomcat.addServlet(root, "all", new DispatcherServlet(context)).setAsyncSupported(true);
        root.addServletMappingDecoded("/", "all");
        context.setServletContext(root.getServletContext());
        addFilter(root, "frontDoor");
        addFilter(root, "springSecurityFilterChain");
        tomcat.start();
    }

    private void addFilter(Context root, String bean) {
        Filter filter = new DelegatingFilterProxy(bean, context);
        FilterDef definition = new FilterDef();
        definition.setFilterName(bean);
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        root.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(bean);
        map.addURLPattern("/*");
        map.setDispatcher(DispatcherType.REQUEST.name());
        map.setDispatcher(DispatcherType.ASYNC.name());
        root.addFilterMap(map);
    }

    TestDesk desk() {
        return context.getBean(TestDesk.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Sends exactly these bytes and reads until the server closes or rests. */
    String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(5_000);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                in.transferTo(answer);
            } catch (java.net.SocketException reset) {
                // The server may hang up on a request it has already refused; what it said before counts.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        context.close();
    }
}
