package otklik.routing.surge.core;

import java.time.Duration;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.regulation.Russian;
import otklik.regulation.time.Clock;

/** Says why it is a surge, in Russian. */
public final class SurgeWords {

    private SurgeWords() {}

    /** «12 человек за 6 часов (14 сообщений), обычно 1,3; всплеск — от 5 человек (п. 21 регламента)». */
    public static String why(Surge surge) {
        Counted counted = surge.counted();
        return people(counted.authors()) + " за "
                + Russian.amount(Clock.CALENDAR, Duration.between(counted.from(), counted.to())) + " ("
                + Russian.count(counted.messages(), "сообщение", "сообщения", "сообщений") + "), обычно "
                + Russian.decimal(counted.usual()) + "; всплеск — от " + people(counted.threshold()) + " ("
                + Russian.clause(surge.clause()) + " регламента)";
    }

    private static String people(int number) {
        return Russian.count(number, "человек", "человека", "человек");
    }
}
