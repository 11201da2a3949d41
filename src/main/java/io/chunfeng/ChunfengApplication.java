package io.chunfeng;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The web application. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class ChunfengApplication {}
