package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as people write them, and as those who mean harm do. */
class TextSafetyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ответ \u202Eтевто", // override of direction
                "Ответ \u2067тевто", // isolate
                "Ответ\u200F", // mark of direction
                "От\u200Bвет", // space of no width
                "От\u200Dвет", // joiner between letters
                "От\u00ADвет", // soft hyphen
                "\uFEFFОтвет",
                "От\u2060вет",
                "Ответ\u2028дальше",
                "Ответ\u0007",
                "Ответ\uD83D", // half a character
                "Ответ \uDB40\uDC41", // a tag
                "<script>alert(1)</script>",
                "<SCRIPT src=//x.example>",
                "Смотрите <a href='https://x.example'>тут</a>",
                "<img src=x onerror=alert(1)>",
                "<!-- скрыто -->",
                "<details open ontoggle=alert(1)>",
                "<marquee onstart=alert(1)>",
                "<x onclick=alert(1)>",
                "<select onfocus=alert(1) autofocus>",
                "<s onmouseover=alert(1)>",
                "<strong onclick=alert(1)>",
                "<strong/onclick=alert(1)",
                "<strong title='a'onclick=alert(1)",
                "<source onerror=alert(1)>",
                "<frame src=//x.example>",
                "<template><p>",
                "<svg:script>",
                "</custom-element>",
                "&#60;script&#62;",
                "&#x3C;script>",
                "&lt;script&gt;",
                "java\nscript:alert(1)",
                "data:image/svg+xml;base64,PHN2Zz4=",
                "Откройте javascript:alert(1)"
            })
    void trick_isObjectedTo(String text) {
        assertThat(TextSafety.objection(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Здравствуйте! Яму на ул. Ленина заделаем до 15 июня.\nВопросы — 8 (3852) 55-00-01.",
                "Спасибо \uD83D\uDE4F, семья \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67!",
                "Цена < 100 руб., а если > 200 — напишите на <otvet@otklik.example>",
                "Температура <18 градусов\tи ниже",
                "Скорость <Vmax, а на уклоне a < c и c > d",
                "Сайт <https://otklik.example>, почта <otvet@otklik.example>, бланк <ф. 3>",
                "Java и script: два слова; online=да, 5 &lt 7",
                "Подробнее: https://otklik.example/?a=1&b=2"
            })
    void plainText_isFine(String text) {
        assertThat(TextSafety.objection(text)).isEmpty();
        assertThat(TextSafety.withoutHidden(text)).isEqualTo(text);
    }

    @Test
    void whatNobodySees_isLeftOut() {
        assertThat(TextSafety.withoutHidden("\uFEFFОт\u00ADвет\u200B \u202Eда")).isEqualTo("Ответ да");
    }
}
