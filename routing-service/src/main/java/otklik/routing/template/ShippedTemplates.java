package otklik.routing.template;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.IncidentId;
import otklik.routing.directory.core.Directory;
import otklik.routing.template.core.Template;
import otklik.routing.template.core.TemplateRules;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the templates of the installation's files into the database, each once ever: what people changed or deleted stays so. A file that
 * breaks the rules stops the start.
 */
final class ShippedTemplates implements ApplicationRunner {

    private final List<TemplateFile> files;
    private final TemplateStore store;
    private final Directory directory;
    private final TransactionalOperator transaction;
    private final InstantSource time;

    ShippedTemplates(
            List<TemplateFile> files,
            TemplateStore store,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time) {
        this.files = files;
        this.store = store;
        this.directory = directory;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    public void run(ApplicationArguments args) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Flux.fromIterable(files)
                .concatMap(file -> Flux.fromStream(file.wordings().map(wording -> template(wording, now)))
                        .concatMap(this::addOnce)
                        .then(Mono.empty())
                        .as(transaction::transactional))
                .then()
                .block();
    }

    private static Template template(TemplateApi.Wording wording, Instant now) {
        return wording.template(
                IncidentId.nameBased("template/" + wording.jurisdiction() + "/" + wording.name()),
                wording.jurisdiction(),
                1,
                now,
                "system");
    }

    private Mono<Void> addOnce(Template template) {
        return store.lock(template.jurisdiction())
                .then(store.isKnown(template.id()))
                .flatMap(known -> known ? Mono.empty() : add(template));
    }

    private Mono<Void> add(Template template) {
        return store.of(template.jurisdiction()).flatMap(there -> {
            Optional<TemplateRules.Refusal> no = TemplateRules.refusal(template, there, directory);
            if (no.isEmpty()) {
                return store.add(template).then();
            }
            // Somebody wrote one of that name before the file had it: theirs stands.
            return no.get().code().equals("template-name-taken")
                    ? Mono.empty()
                    : Mono.error(new IllegalStateException("template «" + template.name() + "» of "
                            + template.jurisdiction() + ": " + no.get().detail()));
        });
    }
}
