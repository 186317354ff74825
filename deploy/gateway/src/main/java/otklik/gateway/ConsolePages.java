package otklik.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.PathResourceResolver;
import reactor.core.publisher.Mono;

/**
 * Finds a file of the console; an address that is none is a page the console draws itself, so it gets {@code index.html}.
 * Addresses of APIs and of files that are missing get nothing: a script must not be handed a page.
 */
final class ConsolePages extends PathResourceResolver {

    static final String INDEX = "index.html";
    private static final Set<String> NOT_PAGES =
            Set.of("api", "callbacks", "oauth2", "actuator", "connect", ".well-known");

    @Override
    protected Mono<Resource> getResource(String path, Resource location) {
        return super.getResource(path, location)
                .switchIfEmpty(Mono.defer(() -> isPage(path) ? index(location) : Mono.empty()));
    }

    private Mono<Resource> index(Resource location) {
        return super.getResource(INDEX, location).switchIfEmpty(Mono.fromSupplier(NotBuilt::new));
    }

    private static boolean isPage(String path) {
        List<String> steps = List.of(path.split("/", -1));
        return !NOT_PAGES.contains(steps.getFirst())
                && (path.equals(INDEX) || !steps.getLast().contains("."));
    }

    /** Stands in for a console nobody has built yet. */
    private static final class NotBuilt extends ByteArrayResource {

        NotBuilt() {
            super(TroublePage.of(
                            "Консоль ещё не собрана",
                            "Остановите систему и запустите её командой ./otklik up: она соберёт консоль сама.")
                    .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getFilename() {
            return INDEX;
        }

        @Override
        public long lastModified() {
            return 0;
        }
    }
}
