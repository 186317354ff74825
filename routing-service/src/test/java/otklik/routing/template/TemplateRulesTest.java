package otklik.routing.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.template.core.Filling;
import otklik.routing.template.core.Placeholder;
import otklik.routing.template.core.Template;
import otklik.routing.template.core.TemplateRules;

/** What may be saved as a template, by whom, and how one is filled in. */
class TemplateRulesTest {

    private static final Directory DIRECTORY = new Directory(
            List.of(new Organ("altai-krai.transport", "altai-krai", "Министерство транспорта", null, null, List.of())));

    @Test
    void template_isFilledWithWhatIsKnownAndTheRestIsToldWithItsPlace() {
        Template part = template("Подпись", "{орган}, {контакты}");
        Template whole =
                template("Яма", "Здравствуйте, {Автор}! Закончим {впишите: до какого числа}. {шаблон: подпись}");

        Filling.Filled filled = Filling.fill(
                whole,
                Map.of(Placeholder.AUTHOR, "Иван", Placeholder.ORGAN, "Министерство транспорта"),
                List.of(part, whole));

        assertThat(filled.text())
                .isEqualTo(
                        "Здравствуйте, Иван! Закончим [до какого числа]. Министерство транспорта, [как связаться с органом]");
        assertThat(filled.unfilled())
                .extracting(place -> filled.text().substring(place.from(), place.to()))
                .containsExactly("[до какого числа]", "[как связаться с органом]");
        assertThat(filled.unfilled()).extracting(Filling.Unfilled::name).containsExactly(null, "контакты");
    }

    @Test
    void valueOfAnIncident_isNeverReadAsATemplate() {
        Template whole = template("Кто", "{автор}");

        Filling.Filled filled = Filling.fill(whole, Map.of(Placeholder.AUTHOR, "{номер}"), List.of(whole));

        assertThat(filled.text()).isEqualTo("{номер}");
    }

    @Test
    void unknownPlaceholder_isRefusedWithTheKnownOnes() {
        TemplateRules.Refusal no = refusal(template("Яма", "{адресок} и {ещё}"));

        assertThat(no.code()).isEqualTo("unknown-placeholder");
        assertThat(no.names()).containsExactly("адресок", "ещё");
        assertThat(no.detail()).contains("{место}", "{контакты}", "{впишите: что}");
    }

    @Test
    void loop_isRefusedWithItsPath() {
        Template a = template("А", "{шаблон: Б}");
        Template b = template("Б", "{шаблон: В}");
        Template c = template("В", "слова");

        TemplateRules.Refusal no = refusal(changed(c, "{шаблон: а}"), a, b, c);

        assertThat(no.code()).isEqualTo("template-loop");
        assertThat(no.names()).containsExactly("В", "А", "Б", "В");
        assertThat(refusal(template("Г", "{шаблон: Г}")).code()).isEqualTo("template-loop");
    }

    @Test
    void partsThatSwell_areRefused() {
        List<Template> parts = new java.util.ArrayList<>(List.of(template("0", "слова")));
        for (int i = 1; i < 30; i++) {
            parts.add(template("" + i, "{шаблон: %1$d}{шаблон: %1$d}".formatted(i - 1)));
        }

        assertThat(refusal(parts.getLast(), parts.toArray(Template[]::new)).code())
                .isEqualTo("bad-template-text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "открыта {скобка",
                "закрыта скобка}",
                " ",
                "<script>x</script>",
                "от\u202Eвет",
                "{впишите:}",
                "{шаблон: нет такого}"
            })
    void textThatCannotBeFilled_isRefused(String text) {
        assertThat(TemplateRules.refusal(template("Яма", text), List.of(), DIRECTORY))
                .isPresent();
    }

    @Test
    void nameThatIsTaken_andOrganThatIsNotThere_areRefused() {
        Template there = template("Яма", "слова");

        assertThat(refusal(template("ЯМА", "слова"), there).code()).isEqualTo("template-name-taken");
        assertThat(refusal(new Template(
                                UUID.randomUUID(),
                                "altai-krai",
                                "Свой",
                                "lipetsk-oblast.roads",
                                null,
                                null,
                                Template.Purpose.FINAL,
                                "слова",
                                1,
                                Instant.EPOCH,
                                "я"))
                        .code())
                .isEqualTo("unknown-organ");
        assertThat(TemplateRules.refusal(changed(there, "другие слова"), List.of(there), DIRECTORY))
                .isEmpty();
    }

    @Test
    void partThatOthersInclude_isNotDeleted() {
        Template part = template("Подпись", "{орган}");
        Template whole = template("Яма", "{шаблон: подпись}");

        assertThat(TemplateRules.inUse(part, List.of(part, whole)))
                .hasValueSatisfying(no -> assertThat(no.names()).containsExactly("Яма"));
        assertThat(TemplateRules.inUse(whole, List.of(part, whole))).isEmpty();
    }

    @Test
    void curatorWritesAll_responsibleTheirOwn_executorNone() {
        assertThat(mayWrite(Role.CURATOR, null, null)).isTrue();
        assertThat(mayWrite(Role.RESPONSIBLE, "altai-krai.transport", "altai-krai.transport"))
                .isTrue();
        assertThat(mayWrite(Role.RESPONSIBLE, "altai-krai.transport", null)).isFalse();
        assertThat(mayWrite(Role.RESPONSIBLE, "altai-krai.transport", "altai-krai.housing"))
                .isFalse();
        assertThat(mayWrite(Role.EXECUTOR, "altai-krai.transport", "altai-krai.transport"))
                .isFalse();
    }

    private static boolean mayWrite(
            Role role, @org.jspecify.annotations.Nullable String own, @org.jspecify.annotations.Nullable String organ) {
        return TemplateRules.mayWrite(
                new Caller("x", "Икс", List.of(new Grant(role, "altai-krai", own))), "altai-krai", organ);
    }

    private static TemplateRules.Refusal refusal(Template template, Template... others) {
        return TemplateRules.refusal(template, List.of(others), DIRECTORY).orElseThrow();
    }

    private static Template template(String name, String text) {
        return new Template(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "altai-krai",
                name,
                null,
                null,
                null,
                Template.Purpose.FINAL,
                text,
                1,
                Instant.EPOCH,
                "кто-то");
    }

    private static Template changed(Template before, String text) {
        return new Template(
                before.id(),
                before.jurisdiction(),
                before.name(),
                null,
                null,
                null,
                before.purpose(),
                text,
                2,
                Instant.EPOCH,
                "кто-то");
    }
}
