package io.chunfeng;

import io.chunfeng.day.DoorKeyFile;
import io.chunfeng.day.DoorSeal;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of the links with which escorts record. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

    @Bean
    static DoorSeal doorSeal(ChunfengSettings settings, @Value("${chunfeng.door-key}") String file) {
        return DoorKeyFile.open(
                file.isBlank() ? settings.data().resolve("keys").resolve("door-key.txt") : Path.of(file));
    }
}
