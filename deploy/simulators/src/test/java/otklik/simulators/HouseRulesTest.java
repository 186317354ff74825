package otklik.simulators;

import org.junit.jupiter.api.Test;
import otklik.testkit.HouseRules;

class HouseRulesTest {

    @Test
    void simulators_followTheHouseRules() {
        HouseRules.check("otklik.simulators");
    }
}
