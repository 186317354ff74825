package otklik.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The gateway: knows paths and addresses, nothing of the casework, and checks no token; each service checks its own. */
@SpringBootApplication
@EnableConfigurationProperties(GatewaySettings.class)
public class Gateway {

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Gateway.class).properties("spring.config.name=gateway");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
