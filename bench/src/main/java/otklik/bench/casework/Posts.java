package otklik.bench.casework;

import java.util.List;
import java.util.random.RandomGenerator;

/** What citizens write: common words often, an address each, and something rare now and then. */
final class Posts {

    private static final List<String> TROUBLES = List.of(
            "Яма на дороге, объехать невозможно, машины выезжают на встречную полосу.",
            "Не чистят снег во дворе, скорая не может подъехать к подъезду.",
            "Третий день нет горячей воды, в управляющей компании не берут трубку.",
            "Не горят фонари, вечером дети идут из школы в темноте.",
            "Автобус приходит раз в час и переполнен, люди опаздывают на работу.",
            "Мусор не вывозят две недели, контейнеры переполнены, бегают крысы.",
            "Течёт крыша, вода по стене дошла до второго этажа.",
            "На детской площадке сломаны качели, торчат гвозди.",
            "В поликлинике нет талонов к терапевту на месяц вперёд.",
            "Стая бродячих собак у школы, страшно отпускать ребёнка.",
            "Светофор не работает с понедельника, на перекрёстке уже была авария.",
            "В квартире холодно, батареи едва тёплые, температура шестнадцать градусов.",
            "Тротуар покрыт льдом, песком не посыпают, бабушка сломала руку.",
            "Затопило подвал, запах стоит на всю лестничную клетку.",
            "Люк открыт посреди тротуара, ограждения нет.");
    private static final List<String> STREETS = List.of(
            "Ленина",
            "Пушкина",
            "Гагарина",
            "Советской",
            "Шукшина",
            "Попова",
            "Малахова",
            "Юрина",
            "Титова",
            "Чкалова",
            "Матросова",
            "Кирова",
            "Фрунзе",
            "Калинина",
            "Островского",
            "Горького",
            "Некрасова",
            "Чехова",
            "Толстого",
            "Мичурина",
            "Лазо",
            "Карла Маркса",
            "Калараша",
            "Тургенева",
            "Шевченко",
            "Зегеля",
            "Неделина",
            "Космонавтов",
            "Водопьянова",
            "Азина",
            "Урицкого",
            "Дзержинского",
            "Заводской",
            "Садовой",
            "Полевой",
            "Молодёжной");
    private static final List<String> PLEAS = List.of(
            "Когда это исправят?",
            "Просим принять меры.",
            "Писали уже трижды, ответа нет.",
            "Неужели так трудно прислать бригаду?",
            "Кто за это отвечает?",
            "Обещали сделать ещё летом.",
            "Прошу ответить по существу, а не отпиской.",
            "Фотографии приложила в комментариях.");
    private static final List<String> RARE = List.of(
            "шлагбаум",
            "трансформатор",
            "суглинок",
            "велодорожка",
            "колонка",
            "борщевик",
            "паром",
            "домофон",
            "элеватор",
            "пандус",
            "ливнёвка",
            "голубятня");
    /** One post in so many has a rare word. */
    private static final int RARELY = 400;

    private Posts() {}

    /** The place, as the classifier would name it. */
    static String place(RandomGenerator random) {
        return "улица " + STREETS.get(skewed(random, STREETS.size())) + ", дом " + (1 + random.nextInt(140));
    }

    static String text(String place, RandomGenerator random) {
        StringBuilder text = new StringBuilder(320).append("Здравствуйте! ");
        text.append(TROUBLES.get(skewed(random, TROUBLES.size())))
                .append(" Это ")
                .append(place)
                .append(". ");
        if (random.nextInt(3) == 0) {
            text.append("А ещё: ")
                    .append(TROUBLES.get(random.nextInt(TROUBLES.size())))
                    .append(' ');
        }
        if (random.nextInt(RARELY) == 0) {
            text.append("Рядом ").append(RARE.get(random.nextInt(RARE.size()))).append(". ");
        }
        return text.append(PLEAS.get(random.nextInt(PLEAS.size()))).toString();
    }

    /** The first ones much more often than the last. */
    private static int skewed(RandomGenerator random, int count) {
        double share = random.nextDouble();
        return (int) (share * share * count);
    }
}
