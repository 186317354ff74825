package otklik.standalone.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts one Spring application so that it bears the company of others in the same JVM and class path. */
public final class PartStart {

    private PartStart() {}

    /**
     * @param surroundings values that go before the application's own settings, by their names as environment variables
     * @param isAlone whether this is the only application of the process, which then ends with it
     */
    public static ConfigurableApplicationContext start(Part part, Map<String, String> surroundings, boolean isAlone) {
        var arguments = new ArrayList<>(company());
        surroundings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return part.application()
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(isAlone)
                .initializers(shareNetwork())
                .properties(WakeFilter.PART + "=" + part.key())
                .run(arguments.toArray(String[]::new));
    }

    private static ApplicationContextInitializer<ConfigurableApplicationContext> shareNetwork() {
        return context -> context.getBeanFactory().registerSingleton(SharedNetwork.BEAN, SharedNetwork.INSTANCE);
    }

    /** Each application counts for itself, and those that are no gateway take no notice of its library. */
    private static List<String> company() {
        return List.of(
                "--management.metrics.use-global-registry=false",
                "--spring.cloud.compatibility-verifier.enabled=false",
                "--spring.cloud.refresh.enabled=false",
                "--spring.jmx.enabled=false");
    }
}
