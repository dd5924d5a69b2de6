package se.tillsyn.web.http;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How many requests wait for a thread of the public server; none before it has started. */
@Component
final class WaitingRequests implements IntSupplier {

    private volatile @Nullable ThreadPoolExecutor threads;

    @EventListener
    void started(ServletWebServerInitializedEvent event) {
        boolean publicOne = event.getApplicationContext().getServerNamespace() == null;
        if (publicOne && event.getWebServer() instanceof TomcatWebServer server) {
            Object executor =
                    server.getTomcat().getConnector().getProtocolHandler().getExecutor();
            threads = executor instanceof ThreadPoolExecutor pool ? pool : null;
        }
    }

    @Override
    public int getAsInt() {
        ThreadPoolExecutor pool = threads;
        return pool == null ? 0 : pool.getQueue().size();
    }
}
