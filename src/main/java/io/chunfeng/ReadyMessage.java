package io.chunfeng;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The one line a successful start prints. */
@Component
class ReadyMessage implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            String address = environment.getProperty("server.address", "127.0.0.1");
            System.out.println(text(address, port));
        }
    }

    static String text(String address, String port) {
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        String url = "http://" + host + ":" + port + "/";
        return "春风专运已就绪：" + url + "  (English: " + url + "?lang=en)";
    }
}
