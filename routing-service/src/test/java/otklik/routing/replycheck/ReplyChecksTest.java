package otklik.routing.replycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.Channel;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulations;
import otklik.regulation.ReplyRules;
import otklik.routing.incident.core.TextSafety;
import otklik.routing.replycheck.core.BindingChecks;
import otklik.routing.replycheck.core.Draft;
import otklik.routing.replycheck.core.Finding;
import otklik.routing.replycheck.core.Phrases;
import otklik.routing.replycheck.core.Place;
import otklik.routing.replycheck.core.ReplyChecks;
import otklik.routing.replycheck.core.Topic;
import otklik.testkit.Clause;

/** Replies as people write them, with the library of the language and the lists of phrases that the program uses. */
class ReplyChecksTest {

    private static final String GOOD =
            "Здравствуйте! Яму на улице Попова заделаем до 15 июня. Вопросы — дорожная служба, 8 (3852) 20-12-34.";

    private static final ReplyChecks CHECKS = new ReplyChecks(
            new LanguageToolGrammar(),
            new RussianStems(),
            ReplyCheckConfiguration.phrases("officialese.txt"),
            ReplyCheckConfiguration.phrases("disrespect.txt"));

    private static final ReplyChecks BY_FORM =
            new ReplyChecks(text -> List.of(), text -> List.of(), Phrases.of(List.of()), Phrases.of(List.of()));

    private static final ReplyRules LENINSKY =
            Regulations.shipped().get("barnaul-leninsky").profile().reply();

    @ParameterizedTest
    @ValueSource(strings = {"altai-krai", "vyatskie-polyany", "khabarovsk-krai", "barnaul-leninsky", "lipetsk-oblast"})
    void goodReply_givesNothingToSay(String jurisdiction) {
        assertThat(findings(jurisdiction, GOOD, "Когда заделают яму на Попова?"))
                .isEmpty();
    }

    @Test
    @Clause("LP-10")
    void replyWithoutGreeting_isSeen() {
        assertThat(topics("lipetsk-oblast", "Яму заделаем до 15 июня.")).containsExactly(Topic.GREETING);
        assertThat(topics("lipetsk-oblast", "Добрый день, Мария! Яму заделаем до 15 июня."))
                .isEmpty();
        assertThat(topics("lipetsk-oblast", "Мария, здравствуйте! Яму заделаем до 15 июня."))
                .isEmpty();
    }

    @Test
    @Clause("LP-10")
    void mistake_isSeenInItsPlaceWithACorrection() {
        String text = "Здравствуйте! Мы сожелеем, яму заделаем до 15 июня.";

        Finding mistake = findings("lipetsk-oblast", text, null).getFirst();

        assertThat(mistake.check()).isEqualTo(Topic.GRAMMAR);
        assertThat(mistake.place()).isEqualTo(new Place(17, 25));
        assertThat(mistake.suggestion()).contains("сожалеем");
    }

    /** The same as the command refuses, so that the author need not try. */
    @ParameterizedTest
    @ValueSource(strings = {"<b>Срочно</b>", "\u202E", "\u200B", "javascript:alert(1)"})
    void whatNoDraftIsTakenWith_isSeenInItsPlace(String evil) {
        String text = "Здравствуйте! До 15 июня. " + evil + " Ждём.";

        assertThat(findings("altai-krai", text, null))
                .filteredOn(finding -> finding.check() == Topic.UNSAFE)
                .singleElement()
                .satisfies(finding -> {
                    String found = text.substring(
                            finding.place().from(), finding.place().to());
                    assertThat(evil).startsWith(found);
                    assertThat(found).isNotEmpty();
                    assertThat(TextSafety.objection(text)).hasValue(finding.message());
                    assertThat(finding.suggestion()).isNotNull();
                });
    }

    @Test
    void whatIsMissing_wouldStandAtTheEnd() {
        String text = "Здравствуйте! Мы всё сделаем";

        assertThat(findings("khabarovsk-krai", text, "Кто вернёт деньги за колесо?"))
                .filteredOn(finding -> finding.check() != Topic.GRAMMAR)
                .extracting(Finding::check, Finding::place)
                .containsExactly(
                        tuple(Topic.QUESTIONS, new Place(text.length(), text.length())),
                        tuple(Topic.DATES, new Place(text.length(), text.length())),
                        tuple(Topic.CONTACTS, new Place(text.length(), text.length())));
    }

    @Test
    void mistakeWithoutACorrection_saysWhatToDo() {
        assertThat(CHECKS.findings(
                        new Draft("Здравствуйте! Всё выщфжцкгнъэмъ до 15 июня.", null, Channel.VK, List.of()),
                        LENINSKY))
                .filteredOn(finding -> finding.check() == Topic.GRAMMAR)
                .singleElement()
                .satisfies(finding -> assertThat(finding.suggestion()).startsWith("Перечитайте это место"));
    }

    @Test
    void nameThatNoDictionaryKnows_isNoMistake() {
        assertThat(topics(
                        "altai-krai",
                        "Здравствуйте! Алтайавтодор заделает яму до 15 июня. Приедет бригада Барнаулдорстроя."))
                .doesNotContain(Topic.QUESTIONS)
                .allMatch(topic -> topic == Topic.GRAMMAR)
                .hasSizeLessThan(2);
    }

    @Test
    @Clause("LP-10")
    void questionThatNobodyTookUp_isNamed() {
        List<Finding> open = findings(
                "lipetsk-oblast",
                "Здравствуйте! Яму заделаем до 15 июня.",
                "Когда заделают яму? И кто вернёт деньги за разбитое колесо?");

        assertThat(open).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Topic.QUESTIONS);
            assertThat(finding.message()).contains("И кто вернёт деньги за разбитое колесо?");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Подскажите, когда уберут снег.",
                "Яма у дома. подскажите пожалуйста когда на ул. Попова уберут снег",
                "Скажите, кто отвечает за двор!",
                "Хочу узнать, почему темно во дворе",
                "Интересно, где лавочки.",
                "Объясните, зачем спилили деревья.",
                "Когда уберут снег",
                "И сколько ждать автобус.",
                "Можно ли поставить лавочку.",
                "Будет ли автобус в выходные\nСпасибо.",
                "Как долго ждать автобус."
            })
    @Clause("LP-10")
    void questionWithoutAMark_isOneToo(String post) {
        assertThat(questions(post, "Здравствуйте! Мусор вывезем до 15 июня.")).hasSize(1);
        assertThat(
                        questions(
                                post,
                                "Здравствуйте! Снег, двор, дворы, лавочки, лавочку, деревья, автобус и во дворе — всё до 15 июня."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Когда снег уберут, станет лучше.",
                "Где-то прорвало трубу.",
                "Кто то сломал лавочку.",
                "Куда ни глянь грязь.",
                "Кто хочет — тот убирает.",
                "Мне не интересно, кто виноват.",
                "Снег не убран. Когда-нибудь уберут.",
                "Спасибо, подскажите Петрову телефон."
            })
    void sentenceThatAsksNothing_isNoQuestion(String post) {
        assertThat(questions(post, "Здравствуйте! Мусор вывезем до 15 июня.")).isEmpty();
    }

    private static List<Finding> questions(String post, String reply) {
        return new ReplyChecks(text -> List.of(), new RussianStems(), Phrases.of(List.of()), Phrases.of(List.of()))
                .findings(new Draft(reply, post, null, List.of()), LENINSKY).stream()
                        .filter(finding -> finding.check() == Topic.QUESTIONS)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "до 15 июня",
                "15.06.2027",
                "в течение недели",
                "к пятнице",
                "на этой неделе",
                "завтра",
                "в июне",
                "весной",
                "до конца года",
                "через три дня",
                "в 2027 году"
            })
    @Clause("VP-12")
    void dateOrTerm_isSeenInAnyForm(String when) {
        assertThat(topics("vyatskie-polyany", "Здравствуйте! Яму на Ленина заделаем " + when + "."))
                .doesNotContain(Topic.DATES);
    }

    @Test
    @Clause("VP-12")
    void replyWithoutADate_isSeen() {
        assertThat(topics("vyatskie-polyany", "Здравствуйте! Яму на Ленина обязательно заделаем."))
                .containsExactly(Topic.DATES);
    }

    @Test
    @Clause("VP-12")
    void moreThanTwoParagraphs_areSeenWhereTheRegulationLimitsThem() {
        String long3 = "Здравствуйте!\nЯму заделаем до 15 июня.\nЗвоните 8 (83334) 6-12-34.";

        assertThat(findings("vyatskie-polyany", long3, null)).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Topic.PARAGRAPHS);
            assertThat(finding.place()).isEqualTo(new Place(long3.indexOf("Звоните"), long3.length()));
        });
        assertThat(topics("altai-krai", long3)).isEmpty();
    }

    @Test
    @Clause("KH-9")
    void officialese_isSeenWithWhatToSayInstead() {
        List<Finding> findings = findings(
                "khabarovsk-krai",
                "Здравствуйте! В настоящее время осуществляется ремонт до 15 июня, тел. 8 (4212) 40-21-21.",
                null);

        assertThat(findings).extracting(Finding::check).containsOnly(Topic.OFFICIALESE);
        assertThat(findings).extracting(Finding::suggestion).containsExactly("сейчас", "делаем");
    }

    @Test
    @Clause("KH-9")
    void replyWithoutContacts_isSeenWhereTheRegulationAsksForThem() {
        String text = "Здравствуйте! Яму заделаем до 15 июня.";

        assertThat(topics("khabarovsk-krai", text)).containsExactly(Topic.CONTACTS);
        assertThat(topics("altai-krai", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "паспорт 01 02 345678",
                "СНИЛС 112-233-445 95",
                "живёт в кв. 12",
                "мобильный +7 913 000-00-00",
                "12.03.1960 года рождения",
                "пишите ivanova.m@gmail.com",
                "почта petrov-1960@mail.ru.",
                "почта PETROV@yandex.ru",
                "ИНН 222112345678",
                "ИНН гражданина: 2221 1234 5678"
            })
    @Clause("LB-9")
    void somebodysPrivateData_isSeen(String secret) {
        assertThat(topics("barnaul-leninsky", "Здравствуйте! Вашему соседу, " + secret + ", ответим до 15 июня."))
                .contains(Topic.PERSONAL_DATA);
    }

    @Test
    @Clause("LB-9")
    void telephoneOfAnOffice_isNobodysPrivateData() {
        assertThat(topics("barnaul-leninsky", GOOD)).doesNotContain(Topic.PERSONAL_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Почта: priem@barnaul-adm.ru.",
                "Почта: priem@mail.rugov.ru.",
                "Подрядчик — ООО, ИНН 2221012345.",
                "Номер обращения 222112345678."
            })
    @Clause("LB-9")
    void contactsOfAnOffice_areNobodysPrivateData(String words) {
        assertThat(topics("barnaul-leninsky", "Здравствуйте! Ответим до 15 июня. " + words))
                .doesNotContain(Topic.PERSONAL_DATA, Topic.THIRD_PARTIES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Шумит соседка Петрова Мария Ивановна, с ней поговорили. | Петрова Мария Ивановна
            Беседу провели с Петровой Марией Ивановной.             | Петровой Марией Ивановной
            Соседка Мария Ивановна Петрова предупреждена.           | Мария Ивановна Петрова
            Сидоров Иван Кузьмич предупреждён.                      | Сидоров Иван Кузьмич
            Гражданину Ли-Петрову Ивану Ильичу выдано предписание.  | Ли-Петрову Ивану Ильичу
            Жалоба на ПЕТРОВУ МАРИЮ НИКИТИЧНУ рассмотрена.          | ПЕТРОВУ МАРИЮ НИКИТИЧНУ
            Машина принадлежит Петрову И. И., он предупреждён.      | Петрову И. И.
            Машина принадлежит И.И. Петрову.                        | И.И. Петрову
            На улице Попова живёт Петрова Мария Ивановна.           | Петрова Мария Ивановна
            Директор школы и жилец Петров Пётр Петрович помирились. | Петров Пётр Петрович
            Хозяин машины А123ВС22 предупреждён.                    | А123ВС22
            Хозяин машины а123вс122 предупреждён.                   | а123вс122
            Хозяин машины К 123 ОТ 22 предупреждён.                 | К 123 ОТ 22
            Хозяин машины A123BC предупреждён.                      | A123BC
            Шумели на ул. Попова, 5-12, с ними поговорили.          | ул. Попова, 5-12
            Шумели на улице 50 лет СССР, д. 5а-12.                  | улице 50 лет СССР, д. 5а-12
            """)
    @Clause("LB-9")
    void somebodyElse_isSeenInHisPlace_asAdvice(String words, String who) {
        String text = "Здравствуйте! Ответим до 15 июня. " + words;

        assertThat(strangers(text)).singleElement().satisfies(finding -> {
            Place place = finding.place();
            assertThat(text.substring(place.from(), place.to())).isEqualTo(who);
            assertThat(BindingChecks.binding(finding, ReplyKind.FINAL, LENINSKY))
                    .isEmpty();
            assertThat(finding.check().askedBy(LENINSKY, ReplyKind.FINAL))
                    .hasValueSatisfying(line -> assertThat(line.clause()).isEqualTo("LB-9"));
        });
        assertThat(new BindingChecks().findings(text, ReplyKind.FINAL, LENINSKY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Отвечает министр транспорта края Петров Иван Иванович.",
                "Приём ведёт глава администрации Ленинского района города Барнаула Петрова Мария Ивановна.",
                "Обратитесь к заместителю начальника отдела Петровой Марии Ивановне.",
                "Обратитесь к Главному врачу Петровой М. И. в любой день.",
                "Директор Иван Иванович Петров уже выехал.",
                "Вас ждёт Специалист И.И. Петров и инженер ООО «Уют» Сидоров С.С.",
                "Начальник отдела: Петров И. И.",
                "Позвоните Марии Ивановне, она поможет.",
                "Ответит Мария Ивановна.",
                "Уважаемая Мария Ивановна, уборка завтра.",
                "Уважаемая Петрова Мария Ивановна! Уборка завтра.",
                "Здравствуйте, Петрова Мария Ивановна!",
                "Уберём на улице Юрия Алексеевича Гагарина.",
                "Школа имени А. С. Пушкина открыта, ремонт на пл. маршала Г.К. Жукова закончен.",
                "Ремонт на дороге Р 256 км 22 идёт.",
                "Ремонт на ул. Попова, 5-12 июня закончим.",
                "Ремонт на ул. Попова с 10-30 до 12-00.",
                "Краевой Дом Народного Творчества работает."
            })
    @Clause("LB-9")
    void officialAuthorAndStreet_mayBeNamed(String words) {
        assertThat(strangers("Ответим до 15 июня. " + words)).isEmpty();
    }

    @Test
    @Clause("LB-9")
    void authorSpokenToByHisName_mayBeNamed() {
        assertThat(strangers("Петрова Мария Ивановна, здравствуйте! Уборка завтра."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "А",
                "Аа ",
                "Ааа Ббб ",
                "А.",
                "А. А. ",
                "Иванов И. И. ",
                "Петрова Мария Ивановна ",
                "директор ",
                "ул. А ",
                "ул. 1",
                "А123ВС",
                "1-",
                "Иванов",
                "Аа-",
                "г. "
            })
    void hostileText_isLookedThroughForPeopleAtOnce(String part) {
        String text = part.repeat(20_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> strangers(text));
    }

    private static List<Finding> strangers(String text) {
        return BY_FORM.findings(new Draft(text, null, null, List.of()), LENINSKY).stream()
                .filter(finding -> finding.check() == Topic.THIRD_PARTIES)
                .toList();
    }

    @Test
    void disrespect_isSeen() {
        assertThat(topics("altai-krai", "Здравствуйте! Вы сами виноваты, яму заделаем до 15 июня."))
                .contains(Topic.DISRESPECT);
    }

    @ParameterizedTest
    @CsvSource({"OK, 3000", "FACEBOOK, 8000", "INSTAGRAM, 2200", "TWITTER, 280"})
    @Clause({"AK-2", "VP-4", "KH-1"})
    void textThatDoesNotFit_isSeenFromWhereItIsCut(Channel channel, int longest) {
        String text = GOOD + " " + "Заделаем. ".repeat(800);

        assertThat(lengths(text, channel)).singleElement().returns(new Place(longest, text.length()), Finding::place);
        assertThat(lengths(text.substring(0, longest), channel)).isEmpty();
    }

    private static List<Finding> lengths(String text, Channel channel) {
        return BY_FORM.findings(new Draft(text, null, channel, List.of()), LENINSKY).stream()
                .filter(finding -> finding.check() == Topic.LENGTH)
                .toList();
    }

    @Test
    void replyThatWentOutBefore_isSeenAlsoWithSmallChanges() {
        String before =
                "Здравствуйте! Ваше сообщение передано в дорожную службу города, яму обследуют специалисты и заделают до 15 июня.";
        String again = before.replace("Здравствуйте", "Добрый день");
        Draft draft = new Draft(again, null, null, List.of(GOOD, before));

        assertThat(CHECKS.findings(
                        draft, Regulations.shipped().get("altai-krai").profile().reply()))
                .singleElement()
                .satisfies(finding -> {
                    Place place = finding.place();
                    assertThat(finding.check()).isEqualTo(Topic.BOILERPLATE);
                    assertThat(again.substring(place.from(), place.to()))
                            .isEqualTo(again.substring("Добрый день! ".length(), again.length() - 1));
                });
    }

    @Test
    @Clause("VP-15")
    void interimReply_hasToNameTheTimeNeeded_andAQuestionHasNot() {
        String silent = "Здравствуйте! Передали ваш вопрос специалистам.";

        assertThat(of("vyatskie-polyany", ReplyKind.INTERIM, silent)).containsExactly(Topic.TIME_NEEDED);
        assertThat(of("vyatskie-polyany", ReplyKind.INTERIM, silent + " Ответим до 15 июня."))
                .isEmpty();
        assertThat(of("vyatskie-polyany", ReplyKind.FINAL, silent)).containsExactly(Topic.DATES);
        assertThat(of("altai-krai", ReplyKind.INTERIM, silent)).containsExactly(Topic.DATES);
        assertThat(of("vyatskie-polyany", ReplyKind.CLARIFICATION, "Здравствуйте! Какой это дом?"))
                .isEmpty();
    }

    private static List<Topic> of(String jurisdiction, ReplyKind kind, String text) {
        return CHECKS
                .findings(
                        new Draft(text, null, Channel.VK, List.of(), null, kind),
                        Regulations.shipped().get(jurisdiction).profile().reply())
                .stream()
                .map(Finding::check)
                .toList();
    }

    private static List<Finding> findings(String jurisdiction, String text, @Nullable String question) {
        return CHECKS.findings(
                new Draft(text, question, Channel.VK, List.of()),
                Regulations.shipped().get(jurisdiction).profile().reply());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Результат — на фото.",
                "На этом снимке видно, как стало.",
                "Прилагаем график работ.",
                "Схема объезда приложена.",
                "Подробности во вложении.",
                "Смотрите фото."
            })
    @Clause({"AK-16", "KH-9", "LP-16"})
    void fileThatTheReplySpeaksOf_isMissed(String words) {
        assertThat(attachments(words, 0)).singleElement().satisfies(finding -> {
            assertThat(finding.place().to()).isGreaterThan(finding.place().from());
            assertThat(finding.message()).contains("ничего не приложено");
        });
        assertThat(attachments(words, 1)).isEmpty();
        assertThat(attachments(words, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Оплатить можно в мобильном приложении.",
                "На вашем фото видно, что яма глубокая.",
                "Нарушение записано на видеокамеру.",
                "Приложим все усилия.",
                "График работы мобильного приложения изменился."
            })
    void textThatSpeaksOfNoFile_isLeftAlone(String words) {
        assertThat(attachments(words, 0)).isEmpty();
    }

    private static List<Finding> attachments(String words, @Nullable Integer count) {
        Draft draft = new Draft("Здравствуйте! До 15 июня. " + words, null, null, List.of(), count, ReplyKind.FINAL);
        return CHECKS
                .findings(
                        draft, Regulations.shipped().get("altai-krai").profile().reply())
                .stream()
                .filter(finding -> finding.check() == Topic.ATTACHMENTS)
                .toList();
    }

    private static List<Topic> topics(String jurisdiction, String text) {
        return findings(jurisdiction, text, null).stream()
                .map(Finding::check)
                .distinct()
                .toList();
    }
}
