package otklik.publisher.reply.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingTest {

    private static final String JOINER = "\u2060";

    @Test
    void mention_isMadeHarmlessAndReadsTheSame() {
        String text = "Спасибо, [id1|Иван]! Пишите @durov или *id5 (сюда).";

        String outgoing = Wording.outgoing(text);

        assertThat(outgoing)
                .isEqualTo("Спасибо, [" + JOINER + "id1|Иван]! Пишите @" + JOINER + "durov или *" + JOINER
                        + "id5 (сюда).");
        assertThat(outgoing.replace(JOINER, "")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Пишите на dorogi@altai.example",
                "Стоимость [1] 2*3 = 6",
                "Работы идут: 5 * 20 м",
                "Без разметки"
            })
    void ordinaryText_staysAsItIs(String text) {
        assertThat(Wording.outgoing(text)).isEqualTo(text);
    }

    @Test
    void textOnThePage_isKnownAgainWhateverBecameOfBlanksAndEntities() {
        String ours = Wording.outgoing("Ремонт <двора> начат,  [id1|Иван].\r\nСрок — 5 мая ");

        assertThat(Wording.isSame(ours, "Ремонт &lt;двора&gt; начат, [id1|Иван].\nСрок — 5 мая"))
                .isTrue();
        assertThat(Wording.isSame(ours, "Ремонт <двора> начат, [id1|Иван].\nСрок — 6 мая"))
                .isFalse();
    }
}
