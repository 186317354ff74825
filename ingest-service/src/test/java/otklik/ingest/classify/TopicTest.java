package otklik.ingest.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.incident.Classification;
import otklik.contracts.post.PostReceived;
import otklik.testkit.Clause;

@Clause("AK-6")
class TopicTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Когда засыплют ЯМЫ на нашей улице, асфальта нет совсем|Дороги|Ямы и выбоины на дороге",
                "Третий день сидим без горячей воды|ЖКХ|Горячая вода",
                "В квартире холодно, батареи еле тёплые|ЖКХ|Отопление",
                "Качели на детской площадке сломаны|Благоустройство|Детские и спортивные площадки",
                "Во дворе не горят фонари, темно|Благоустройство|Уличное освещение",
                "Контейнеры переполнены, мусор не вывозят неделю|Мусор/Свалки/ТКО|Вывоз мусора",
                "Не могу записаться к врачу: талонов в поликлинике нет|Здравоохранение/Медицина|Запись к врачу",
                "Когда дадут место в детском саду?|Образование|Детские сады",
                "Автобус опять не пришёл, расписание не соблюдают|Общественный транспорт|Расписание и интервалы",
                "Не пришла выплата на ребёнка, пособие задерживают|Социальное обслуживание и защита|Задержка выплат",
                "Бродячие собаки у дома, нужен отлов|Безопасность|Безнадзорные животные",
                "В селе нет сотовой связи и интернета|Связь и телевидение|Мобильная связь и интернет",
                "Котельная дымит, воняет гарью, дышать нечем, загрязнение воздуха|Экология|Загрязнение воздуха",
                "Когда проведут газ? Газификации ждём годами|Газ и топливо|Газификация",
                "Скачки напряжения, электричество отключают|Электроснабжение|Качество электроснабжения"
            })
    void complaint_isFoundByItsWordsInAnyForm(String text, String group, String topic) {
        Classification found = Classified.text(text);

        assertThat(found.topicGroup()).isEqualTo(group);
        assertThat(found.topic()).isEqualTo(topic);
        assertThat(found.confidence()).isBetween(0.3, 1.0);
    }

    @Test
    void textWithoutAKeyword_isOtherWithoutConfidence() {
        Classification found = Classified.text("Почему так долго рассматривают");

        assertThat(found.topicGroup()).isEqualTo("Другое");
        assertThat(found.confidence()).isZero();
    }

    @Test
    void reasons_nameTheWordsThatTold() {
        assertThat(Classified.text("Огромная яма у дома").reasons().getFirst())
                .isEqualTo("Слова «яма» → Дороги, Ямы и выбоины на дороге");
    }

    @Test
    void oneFaintWord_givesLessConfidenceThanSeveralThatAgree() {
        double faint = Classified.text("Снег").confidence();
        double clear = Classified.text("Ямы и выбоины, асфальт разбит, ремонт дороги не делают")
                .confidence();

        assertThat(faint).isLessThan(clear);
    }

    @Test
    void whatTheSourceKnew_goesAboveTheWords() {
        Classification found =
                Classified.post("Яма на дороге", new PostReceived.Given("ЖКХ", "Лифты", "Рубцовск"), "Барнаул");

        assertThat(found.topicGroup()).isEqualTo("ЖКХ");
        assertThat(found.topic()).isEqualTo("Лифты");
        assertThat(found.location()).isEqualTo("Рубцовск");
        assertThat(found.confidence()).isEqualTo(1.0);
    }

    @Test
    void groupWithoutATopicFromTheSource_getsTheTopicByItsWords() {
        Classification found = Classified.post("Застряли в лифте", new PostReceived.Given("ЖКХ", null, null), null);

        assertThat(found.topic()).isEqualTo("Лифты");
    }
}
