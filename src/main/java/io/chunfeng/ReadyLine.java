package io.chunfeng;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the pages are, once they can be opened. */
@Component
final class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment settings = event.getApplicationContext().getEnvironment();
        String port = settings.getProperty("local.server.port");
        if (port == null) {
            return; // started without a web server, by a test
        }
        System.out.println(text(settings.getProperty("server.address", ""), port));
    }

    /** @param address that the server listens on; of all addresses of the machine (0.0.0.0) the nearest is named */
    static String text(String address, String port) {
        String host = address.isBlank() || address.equals("0.0.0.0") ? "127.0.0.1" : address;
        String home = "http://" + host + ":" + port + "/";
        return "春风专运已就绪：" + home + "  (English: " + home + "?lang=en)";
    }
}
