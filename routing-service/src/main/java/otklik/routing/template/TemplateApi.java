package otklik.routing.template;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.incident.ReplyKind;
import otklik.routing.template.core.Filling;
import otklik.routing.template.core.Placeholder;
import otklik.routing.template.core.Template;
import otklik.web.IfMatch;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Ready texts: to keep, and to fill in for an incident. */
@RestController
@RequestMapping("/api/routing/v1")
class TemplateApi {

    private final Templates templates;

    TemplateApi(Templates templates) {
        this.templates = templates;
    }

    /** A list, and the words that may stand in braces. */
    record Items(List<Template> items, List<Word> placeholders) {
        static Items of(List<Template> items) {
            return new Items(
                    items,
                    Arrays.stream(Placeholder.values())
                            .map(each -> new Word(each.word(), each.meaning()))
                            .toList());
        }
    }

    record Word(String name, String meaning) {}

    /** A template as a person writes it. The jurisdiction of one that is there already never changes. */
    record Wording(
            String jurisdiction,
            String name,
            @Nullable String organ,
            @Nullable String topicGroup,
            @Nullable String topic,
            Template.Purpose purpose,
            String text) {

        Wording {
            jurisdiction = Objects.requireNonNullElse(jurisdiction, "");
            name = Objects.requireNonNullElse(name, "").strip();
            organ = blankless(organ);
            topicGroup = blankless(topicGroup);
            topic = blankless(topic);
            purpose = Objects.requireNonNullElse(purpose, Template.Purpose.FINAL);
            text = Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip();
        }

        private static @Nullable String blankless(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        Template template(UUID id, String where, long version, Instant at, String by) {
            return new Template(id, where, name, organ, topicGroup, topic, purpose, text, version, at, by);
        }
    }

    /** Which template to fill in. */
    record Asked(@Nullable UUID template) {}

    /** @param unfilled the places that a person has to fill, in square brackets in the text */
    record Filled(UUID template, String name, @Nullable ReplyKind kind, String text, List<Filling.Unfilled> unfilled) {
        static Filled of(Templates.Filled filled) {
            return new Filled(
                    filled.template().id(),
                    filled.template().name(),
                    filled.template().purpose().kind().orElse(null),
                    filled.result().text(),
                    filled.result().unfilled());
        }
    }

    @GetMapping("/templates")
    Mono<Items> templates(@RequestParam String jurisdiction, Caller caller) {
        return templates.of(jurisdiction, caller).map(Items::of);
    }

    @PostMapping("/templates")
    Mono<ResponseEntity<Template>> add(@RequestBody Wording wording, Caller caller) {
        return templates.add(wording, caller).map(saved -> answer(HttpStatus.CREATED, saved));
    }

    @PutMapping("/templates/{id}")
    Mono<ResponseEntity<Template>> change(
            @PathVariable UUID id,
            @RequestBody Wording wording,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return templates.change(id, wording, version(ifMatch), caller).map(saved -> answer(HttpStatus.OK, saved));
    }

    @DeleteMapping("/templates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return templates.delete(id, version(ifMatch), caller);
    }

    /** Those that fit an incident, the closest first. */
    @GetMapping("/incidents/{id}/templates")
    Mono<Items> fitting(@PathVariable UUID id, Caller caller) {
        return templates.fitting(id, caller).map(Items::of);
    }

    @PostMapping("/incidents/{id}/template:fill")
    Mono<Filled> fill(@PathVariable UUID id, @RequestBody Asked asked, Caller caller) {
        if (asked.template() == null) {
            throw Problem.badRequest("template-required", "Не сказано, какой шаблон", "Укажите template — его id.");
        }
        return templates.fill(id, asked.template(), caller).map(Filled::of);
    }

    private static ResponseEntity<Template> answer(HttpStatus status, Template saved) {
        return ResponseEntity.status(status)
                .eTag(Long.toString(saved.version()))
                .body(saved);
    }

    /** A change that does not know what it changes would lose somebody's words. */
    private static long version(@Nullable String ifMatch) {
        Long version = IfMatch.version(ifMatch);
        if (version == null) {
            throw new Problem(
                    428,
                    "if-match-required",
                    "Нужна версия",
                    "Пришлите в If-Match версию шаблона, которую вы видели, в кавычках, например \"3\".",
                    null);
        }
        return version;
    }
}
