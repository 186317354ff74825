package otklik.routing.template;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.incident.core.Step;
import otklik.routing.template.core.Choice;
import otklik.routing.template.core.Filling;
import otklik.routing.template.core.Template;
import otklik.routing.template.core.TemplateRules;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Reads, saves and fills templates. Every change is decided and written in one transaction, one at a time for a jurisdiction. */
final class Templates {

    private final TemplateStore store;
    private final TemplateValues values;
    private final IncidentTrail trail;
    private final Directory directory;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    Templates(
            TemplateStore store,
            TemplateValues values,
            IncidentTrail trail,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids) {
        this.store = store;
        this.values = values;
        this.trail = trail;
        this.directory = directory;
        this.transaction = transaction;
        this.time = time;
        this.ids = ids;
    }

    Mono<List<Template>> of(String jurisdiction, Caller caller) {
        if (!caller.reaches(jurisdiction)) {
            return Mono.error(Problem.forbidden("Это другая территория.").by(clause(jurisdiction)));
        }
        return store.of(jurisdiction);
    }

    Mono<List<Template>> fitting(UUID incident, Caller caller) {
        return trail.visible(incident, caller)
                .flatMap(seen -> store.of(seen.jurisdiction()).map(all -> Choice.fitting(seen, all)));
    }

    /** The text for that incident; it is only handed out, nothing is written. */
    Mono<Filled> fill(UUID incident, UUID template, Caller caller) {
        return trail.visible(incident, caller)
                .flatMap(seen -> Mono.zip(store.of(seen.jurisdiction()), values.of(seen, caller))
                        .map(both -> {
                            Template chosen = both.getT1().stream()
                                    .filter(each -> each.id().equals(template))
                                    .findFirst()
                                    .orElseThrow(() -> unknown(template));
                            return new Filled(chosen, Filling.fill(chosen, both.getT2(), both.getT1()));
                        }));
    }

    /** A template and what it gave. */
    record Filled(Template template, Filling.Filled result) {}

    Mono<Template> add(TemplateApi.Wording wording, Caller caller) {
        if (Regulations.installed().find(wording.jurisdiction()).isEmpty()) {
            return Mono.error(Problem.unprocessable(
                    "unknown-jurisdiction",
                    "Нет такой территории",
                    "jurisdiction — одно из: "
                            + String.join(", ", Regulations.installed().ids()) + "."));
        }
        Template fresh = wording.template(ids.get(), wording.jurisdiction(), 1, now(), caller.id());
        return require(fresh, caller)
                .then(store.lock(fresh.jurisdiction()))
                .then(check(fresh))
                .then(Mono.defer(() -> store.add(fresh)))
                .thenReturn(fresh)
                .as(transaction::transactional);
    }

    Mono<Template> change(UUID id, TemplateApi.Wording wording, long expected, Caller caller) {
        return changing(id, expected, caller)
                .flatMap(before -> {
                    Template after =
                            wording.template(id, before.jurisdiction(), before.version() + 1, now(), caller.id());
                    return require(after, caller)
                            .then(check(after))
                            .then(Mono.defer(() -> store.update(after)))
                            .thenReturn(after);
                })
                .as(transaction::transactional);
    }

    Mono<Void> delete(UUID id, long expected, Caller caller) {
        return changing(id, expected, caller)
                .flatMap(before -> store.of(before.jurisdiction())
                        .flatMap(all -> refuse(TemplateRules.inUse(before, all), before))
                        .then(Mono.defer(() -> store.delete(id, now(), caller.id()))))
                .as(transaction::transactional);
    }

    /** The template as it stands, locked, if the caller may write it and knows its version. */
    private Mono<Template> changing(UUID id, long expected, Caller caller) {
        return store.find(id)
                .switchIfEmpty(Mono.error(() -> unknown(id)))
                .flatMap(seen -> require(seen, caller).then(store.lock(seen.jurisdiction())))
                .then(Mono.defer(() -> store.find(id)))
                .switchIfEmpty(Mono.error(() -> unknown(id)))
                .flatMap(now -> now.version() == expected ? Mono.just(now) : Mono.error(stale(now)));
    }

    private Mono<Void> require(Template template, Caller caller) {
        return TemplateRules.mayWrite(caller, template.jurisdiction(), template.organ())
                ? Mono.empty()
                : Mono.error(Problem.forbidden(
                                "Общие шаблоны правит куратор, шаблоны органа — ещё и его ответственное лицо (укажите organ).")
                        .by(clause(template.jurisdiction())));
    }

    private Mono<Void> check(Template template) {
        return store.of(template.jurisdiction())
                .flatMap(all -> refuse(TemplateRules.refusal(template, all, directory), template));
    }

    private Mono<Void> refuse(Optional<TemplateRules.Refusal> refusal, Template template) {
        return refusal.<Mono<Void>>map(
                        no -> Mono.error(Problem.unprocessable(no.code(), "Шаблон не сохранён", no.detail())
                                .by(clause(template.jurisdiction()))
                                .with("names", no.names())))
                .orElseGet(Mono::empty);
    }

    /** The one on drafts: that is what a template is for. */
    private @Nullable String clause(String jurisdiction) {
        return Step.SUBMIT_DRAFT.clause(Regulations.installed().get(jurisdiction, now()));
    }

    private static Problem unknown(UUID id) {
        return Problem.notFound("Шаблона " + id + " нет.");
    }

    /** With the template as it stands, so that whoever saw an earlier one can see what has changed. */
    private Problem stale(Template now) {
        return new Problem(
                        412,
                        "stale-version",
                        "Шаблон успели изменить",
                        "Пока вы работали, его изменил(а) " + now.editedBy() + ". Посмотрите, что нового, и повторите.",
                        clause(now.jurisdiction()))
                .with("version", now.version())
                .with("current", now);
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
