package otklik.identity;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The built-in identity provider: people of a YAML file, signed tokens, one sign-in page. */
@SpringBootApplication
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityProvider {

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IdentityProvider.class).properties("spring.config.name=identity");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
