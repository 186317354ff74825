package otklik.sla;

import org.junit.jupiter.api.Test;
import otklik.testkit.HouseRules;

class HouseRulesTest {

    @Test
    void service_keepsTheHouseRules() {
        HouseRules.check("otklik.sla");
    }
}
