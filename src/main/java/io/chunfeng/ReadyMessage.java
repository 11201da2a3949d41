package io.chunfeng;

import io.chunfeng.road.Opening;
import io.chunfeng.road.OpeningNetwork;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The line a successful start prints, and one more when a map that takes longer is ready. */
@Component
class ReadyMessage implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyMessage.class);

    private final OpeningNetwork roads;

    ReadyMessage(OpeningNetwork roads) {
        this.roads = roads;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            String address = environment.getProperty("server.address", "127.0.0.1");
            System.out.println(text(address, port));
        }
        boolean later = roads.preparing();
        if (later) {
            System.out.println("地图准备中，页面已可使用 / the map is being prepared, pages can be used: " + roads.description());
        }
        roads.whenOver(opening -> tell(opening, later));
    }

    private void tell(Opening opening, boolean later) {
        if (opening.state() == Opening.State.FAILED) {
            LOG.error(StartupFailureAnalyzer.map(opening.failure().getMessage()));
        } else if (later) {
            System.out.println(ready(roads.description(), opening.elapsed()));
        }
    }

    static String ready(String map, Duration elapsed) {
        return String.format(Locale.ROOT, "地图已就绪，用时 %.1f 秒 / the map is ready: %s", elapsed.toMillis() / 1000.0, map);
    }

    static String text(String address, String port) {
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        String url = "http://" + host + ":" + port + "/";
        return "春风专运已就绪：" + url + "  (English: " + url + "?lang=en)";
    }
}
