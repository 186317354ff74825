package otklik.gateway;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Serves the built console. Files under {@code assets/} carry a hash in their name and never change; the rest is asked for anew. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebFluxConfigurer {

    private static final Duration FOREVER = Duration.ofDays(365);
    private final String folder;

    ConsoleConfiguration(GatewaySettings settings) {
        this.folder = locationOf(settings.console());
    }

    /** With a slash at its end even before the folder is there: the console may be built while the gateway runs. */
    private static String locationOf(Path console) {
        String uri = console.toAbsolutePath().toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(folder + "assets/")
                .setCacheControl(CacheControl.maxAge(FOREVER).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new ConsolePages());
    }
}
